// Runs the command line of apps/server in a process of its own and passes signals on to it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './prepare.mjs';

/**
 * Ends this process as the server's ends: with its exit code, or 128 + signal.
 * @param {string[]} args what follows `reportback`
 * @param {string[]} nodeFlags for instance `--watch`
 */
export function reportback(args, nodeFlags = []) {
  const child = spawn(
    process.execPath,
    [...nodeFlags, path.join(root, 'apps', 'server', 'src', 'main.ts'), ...args],
    { stdio: 'inherit', cwd: root },
  );
  // The terminal sends Ctrl-C to the whole group; the server drains, and we wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
