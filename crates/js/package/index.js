// The functions for programs: objects or JSON text in, plain objects out. Shared by Node and the browser.
import * as module from './headless.js';

let loaded = false;

export const arrived = () => { loaded = true; };

function text(value, name) {
  if (typeof value === 'string') return value;
  let written;
  try {
    written = JSON.stringify(value);
  } catch (error) {
    throw new Error(`${name}: cannot be written as JSON (${error.message})`);
  }
  if (written === undefined) throw new Error(`${name}: is missing`);
  return written;
}

function call(name, ...args) {
  if (!loaded) throw new Error('The module is not loaded yet: await `ready` first.');
  try {
    return JSON.parse(module[name](...args));
  } catch (sentence) {
    throw typeof sentence === 'string' ? new Error(sentence) : sentence;
  }
}

const custom = (ladder) => (ladder === undefined || ladder === null ? undefined : text(ladder, 'ladder'));

/** The level profile of one or more raters of one person. */
export function profile(assessments, ladder) {
  const list = Array.isArray(assessments) ? assessments : [assessments];
  if (!list.length) throw new Error('no assessment given');
  const names = list.map((_, at) => (list.length === 1 ? 'assessment' : `assessment ${at + 1}`));
  return call('profile', names, list.map((one, at) => text(one, names[at])), custom(ladder));
}

/** How far two raters of one person agree; differences are `a` minus `b`. */
export function compare(a, b, ladder) {
  return call('compare', ['a', 'b'], [text(a, 'a'), text(b, 'b')], custom(ladder));
}

/** Whether a ladder can be used, and every error of it. */
export function checkLadder(ladder) {
  return call('checkLadder', text(ladder, 'ladder'));
}
