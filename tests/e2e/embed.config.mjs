// The page inside others: frames, elements, the single file, the package, wikis. `cargo xtask test embed` runs it.
import { defineConfig } from '@playwright/test';
import config from './playwright.config.mjs';

// Playwright switches storage partitioning off in Chromium; here it is on, as in a released browser.
const projects = structuredClone(config.projects);
projects[0].use.launchOptions.args.push('--disable-features=Translate');

export default defineConfig({ ...config, testDir: './embed', testIgnore: [], projects });
