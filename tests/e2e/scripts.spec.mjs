// The scripts of the page, checked like a compiler does: every name is declared, or imported from a file that exports it, and
// no sentence stands in them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parseAst } from 'vite';

const FOLDER = fileURLToPath(new URL('../../element/', import.meta.url));
const TSC = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url));
// What these codes say: a name that is not found, and an import that the file does not have.
const UNDECLARED = /error TS(2304|2305|2552|2614|2724)\b/;
// Files that the build makes, and a name that it puts in.
const BUILT = /names\.js|glue|load-inline/;

test('every name in the scripts is declared', () => {
  const scripts = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.js')).map((name) => FOLDER + name);
  const options = ['--allowJs', '--checkJs', '--noEmit', '--pretty', 'false', '--target', 'esnext', '--module', 'esnext', '--moduleResolution', 'bundler'];
  let said = '';
  try {
    execFileSync(process.execPath, [TSC, ...options, ...scripts], { encoding: 'utf8' });
  } catch (error) {
    said = error.stdout;
  }
  expect(scripts.length).toBeGreaterThan(10);
  expect(said.split('\n').filter((line) => UNDECLARED.test(line) && !BUILT.test(line))).toEqual([]);
});

const PACKAGE = fileURLToPath(new URL('../../crates/js/package/', import.meta.url));
// Written by `cargo xtask texts` from the catalog.
const FROM_THE_CATALOG = ['text.js', 'host-text.js'];
// Properties whose texts are names for the browser, and functions that take selectors.
const NAMES = ['allow', 'className', 'download', 'rel'];
const SELECTORS = ['closest', 'matches', 'querySelector', 'querySelectorAll'];
// Texts of two words that no reader of the page sees, each with the reason; tests/native/catalog.rs has those of the program.
const EXCEPTIONS = [
  ['[data-ladder-calibration], ladder-calibration', 'a selector, used at each change of the page'],
  ['calc(', 'a length in a stylesheet'],
  ['input, textarea, select', 'a selector of what is typed into'],
  ['button quiet', 'a class list that a function is called with'],
  ['embed.js has to be loaded by', 'an error for whoever puts the script into a page, in the console'],
  [': cannot be written as JSON (', 'an error of the npm package, for who calls it'],
  [': is missing', 'an error of the npm package, for who calls it'],
  ['The module is not loaded yet', 'an error of the npm package, for who calls it'],
  ['no assessment given', 'an error of the npm package, for who calls it'],
];

/** The texts of two words and more in a syntax tree; templates without what is filled in. */
function sentences(node, found = []) {
  if (Array.isArray(node)) node.forEach((one) => sentences(one, found));
  if (typeof node?.type !== 'string') return found;
  const left = (node.type === 'Property' && NAMES.includes(node.key.name))
    || (node.type === 'AssignmentExpression' && NAMES.includes(node.left.property?.name))
    || (node.type === 'CallExpression' && SELECTORS.includes(node.callee.property?.name));
  if (left) return found;
  const text = node.type === 'Literal' ? node.value : node.type === 'TemplateLiteral' ? node.quasis.map((part) => part.value.cooked).join(' ') : '';
  const words = typeof text === 'string' ? text.split(/\s+/).filter((word) => (word.match(/[a-z]/gi) ?? []).length >= 2) : [];
  if (words.length >= 2) found.push(text);
  for (const inner of Object.values(node)) if (typeof inner === 'object') sentences(inner, found);
  return found;
}

test('no sentence stands in the scripts', () => {
  const scripts = [FOLDER, PACKAGE].flatMap((folder) => fs.readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => [name, folder + name]));
  const found = [];
  const used = new Set();
  for (const [name, path] of scripts.filter(([name]) => !FROM_THE_CATALOG.includes(name))) {
    for (const text of sentences(parseAst(fs.readFileSync(path, 'utf8')).body)) {
      const known = EXCEPTIONS.find(([part]) => text.includes(part));
      if (known) used.add(known);
      else found.push(`${name}: ${text}`);
    }
  }
  expect(found).toEqual([]);
  expect(EXCEPTIONS.filter((one) => !used.has(one)), 'exceptions that are not needed').toEqual([]);
});

test('the search finds sentences and leaves out what is none', () => {
  const script = "// A comment of words.\n"
    + 'const one = element("p", { className: "small soft" }, "Two words", `Answered by ${name("of the text")}`);'
    + 'one.className = "button quiet"; one.closest("main, header"); say(`${name} ${other}`); say("some-id"); say(/no text here/);';
  expect(sentences(parseAst(script).body)).toEqual(['Two words', 'Answered by  ', 'of the text']);
});
