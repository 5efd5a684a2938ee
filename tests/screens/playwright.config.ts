import { defineConfig } from '@playwright/test';
import scenarios from '../scenarios/playwright.config.ts';

/** Pictures to be looked at by people; they assert nothing, and are no part of the test command. */
export default defineConfig({ ...scenarios, testDir: import.meta.dirname, workers: 1 });
