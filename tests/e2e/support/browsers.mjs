// Where the system's browsers are, and how they are started as any user.
import { execFileSync } from 'node:child_process';

function which(...names) {
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  return undefined;
}

export const CHROMIUM = process.env.CHROMIUM ?? which('chromium', 'chromium-browser', 'google-chrome');
export const FIREFOX = process.env.FIREFOX ?? which('firefox-esr', 'firefox');
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
