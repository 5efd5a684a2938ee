// What can be said of the code without running it: format, lint, types, unused code.
import { globSync } from 'node:fs';
import path from 'node:path';
import { install, run, say } from '../prepare.mjs';

install();
say('Format …');
run('pnpm', ['exec', 'biome', 'ci', '--reporter=summary', '.']);
say('Lint …');
run('pnpm', ['exec', 'oxlint', '--deny-warnings', '--type-aware']);
for (const project of globSync('{apps/*,packages/*,tests}/tsconfig.json').map(path.dirname)) {
  say(`Types of ${project} …`);
  run('pnpm', ['exec', 'tsc', '-p', project]);
}
say('Unused code …');
run('pnpm', ['exec', 'knip']);
