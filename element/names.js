// Names with content hashes, and integrity values. The build fills them in.
export const glue = () => import('./glue.js');
export const glueFile = [new URL('./glue.js', import.meta.url), '%glue-hash%'];
export const entry = [new URL('../%entry%', import.meta.url), '%entry-hash%'];
export const styles = [new URL('../%styles%', import.meta.url), '%styles-hash%'];
