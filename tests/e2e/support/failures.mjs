// Writes what failed, and why, into the file that LADDER_FAILURES names: `cargo xtask test` shows it again after all other tests.
import fs from 'node:fs';

const LINES = 14;
// Colors for a terminal.
const plain = (text) => text.replace(/\u001b\[[\d;]*m/g, '');

export default class Failures {
  failures = [];

  onTestEnd(test, result) {
    if (result.status === 'passed' || result.status === 'skipped') return;
    const [, project, ...title] = test.titlePath();
    const why = plain(result.errors.map((error) => error.message ?? error.value ?? '').join('\n'));
    this.failures.push(`[${project}] ${title.join(' › ')}\n${why.split('\n').slice(0, LINES).join('\n')}\n`);
  }

  onError(error) {
    this.failures.push(plain(error.message ?? String(error.value)));
  }

  onEnd() {
    if (process.env.LADDER_FAILURES) fs.writeFileSync(process.env.LADDER_FAILURES, this.failures.join('\n'));
  }

  printsToStdio() {
    return false;
  }
}
