import { defineConfig } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS, FIREFOX } from './support/browsers.mjs';

export default defineConfig({
  testDir: '.',
  // Words on buttons are those of the source but in one file, which `cargo xtask verify locales` runs.
  testMatch: process.env.LADDER_LOCALE ? 'pseudo.spec.mjs' : '*.spec.mjs',
  testIgnore: process.env.LADDER_LOCALE ? [] : ['embed/**', 'pseudo.spec.mjs'],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: [['list'], ['./support/failures.mjs']],
  snapshotPathTemplate: '__snapshots__/{arg}{ext}',
  use: { locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: { executablePath: CHROMIUM, args: CHROMIUM_ARGS } } },
    { name: 'firefox', use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: FIREFOX } } },
  ],
});
