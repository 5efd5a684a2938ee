import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Files share their workers: no test leaves anything behind, and modules are read half as often.
    isolate: false,
    // One for each processor of CI's machine: much of the time tests wait, for a disk or a process.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
