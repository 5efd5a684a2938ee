// The two steps before anything can run: the packages, and the built pages. Each is skipped while
// what it reads is unchanged, so that a second start is quick.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unlessFresh } from './fresh.mjs';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Progress, for people; stdout is for a command's result alone. */
export const say = (line) => process.stderr.write(`${line}\n`);

/**
 * Runs a command and waits; its output goes to stderr. Where it fails, its own words stand above, and this
 * process ends too.
 */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.status === 0) return;
  say(`“${command} ${args.join(' ')}” failed.`);
  process.exit(1);
}

/** Installs the packages that the lockfile names. */
export function install() {
  unlessFresh({
    root,
    name: 'install',
    inputs: [
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'package.json',
      '{apps,packages}/*/package.json',
    ],
    made: path.join(root, 'node_modules', '.modules.yaml'),
    run: () => {
      say('Installing packages …');
      run('pnpm', ['install', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only']);
    },
  });
}

/** Builds the pages that the server serves. */
export function build() {
  unlessFresh({
    root,
    name: 'build',
    inputs: ['pnpm-lock.yaml', 'apps/web/**/*', 'packages/{client,document,domain,sync}/**/*'],
    made: path.join(root, 'apps', 'web', 'dist', 'index.html'),
    run: () => {
      say('Building the pages, which takes about 20 seconds …');
      run('pnpm', ['--dir', 'apps/web', 'exec', 'vite', 'build', '--logLevel', 'warn']);
    },
  });
}
