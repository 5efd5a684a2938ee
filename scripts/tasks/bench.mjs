// Measures the server beside others, and writes what it found into docs/performance.md.
import path from 'node:path';
import { unlessFresh } from '../fresh.mjs';
import { build, install, root, run, say } from '../prepare.mjs';

install();
build();
const peers = path.join(root, 'tests', 'speed', 'peers');
unlessFresh({
  root,
  name: 'peers',
  inputs: ['tests/speed/peers/{package.json,pnpm-lock.yaml,pnpm-workspace.yaml}'],
  made: path.join(peers, 'node_modules', '.modules.yaml'),
  run: () => {
    say('Installing the servers to measure beside …');
    run('pnpm', ['install', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'], {
      cwd: peers,
    });
  },
});
run('node', ['tests/speed/bench.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
