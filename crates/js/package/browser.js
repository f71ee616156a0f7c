// In the browser everything works after `await ready`.
import init from './headless.js';
import { arrived } from './index.js';

export { checkLadder, compare, profile } from './index.js';
export const ready = init({ module_or_path: new URL('./headless_bg.wasm', import.meta.url) }).then(arrived);
