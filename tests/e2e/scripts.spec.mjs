// The scripts of the page, checked like a compiler does: every name is declared, or imported from a file that exports it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

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
