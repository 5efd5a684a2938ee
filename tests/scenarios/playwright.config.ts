import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(root, 'test-results'),
  // Each test has servers and browsers of its own; two at once are as many as two cores carry.
  workers: 2,
  fullyParallel: true,
  // A page that waits for a server that was killed needs its reconnect, not our hurry.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // A shared machine can starve a browser. What passes at the second try is listed as flaky, and is a bug to be found; locally it is red.
  retries: process.env['CI'] ? 1 : 0,
  reporter: process.env['CI'] ? [['list']] : [['line']],
  forbidOnly: Boolean(process.env['CI']),
  use: {
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArguments },
    // Tracing each test for the sake of one that fails takes a sixth of the time: --trace retain-on-failure.
    trace: 'off',
  },
});
