import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Files share their workers: no test leaves anything behind, and modules are read half as often.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
