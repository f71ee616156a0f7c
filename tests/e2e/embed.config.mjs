// The page inside others: frames, elements, the single file, the package, wikis. `cargo xtask test embed` runs it.
import { defineConfig } from '@playwright/test';
import config from './playwright.config.mjs';

export default defineConfig({ ...config, testDir: './embed', testIgnore: [] });
