// Every test that Node alone can run, the browser's included: npm test.
import { build, install, run, say } from '../prepare.mjs';

install();
run('node', ['scripts/tasks/check.mjs']);
build();
say('Tests …');
run('pnpm', ['exec', 'vitest', 'run']);
say('Tests in a real browser …');
run('pnpm', ['exec', 'playwright', 'test', '--config', 'tests/scenarios/playwright.config.ts']);
