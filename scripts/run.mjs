// The one door to the project: brings the toolchain and the packages, then runs the task named.
// No dependencies and no new syntax, so that Node 20 can start it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolchain } from './toolchain.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [task = '', ...rest] = process.argv.slice(2);

/** Progress goes to stderr: stdout is for a command's result alone. */
const say = (line) => process.stderr.write(`${line}\n`);

const tasks = {
  start: 'scripts/tasks/start.mjs',
  dev: 'scripts/tasks/dev.mjs',
  test: 'scripts/tasks/test.mjs',
  check: 'scripts/tasks/check.mjs',
  prove: 'scripts/tasks/prove.mjs',
  bench: 'scripts/tasks/bench.mjs',
  screenshots: 'scripts/tasks/screenshots.mjs',
  reportback: 'scripts/tasks/reportback.mjs',
};

if (!Object.hasOwn(tasks, task) || !existsSync(path.join(root, tasks[task]))) {
  say(`There is no task “${task}”. Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
try {
  const env = toolchain(root, say);
  const child = spawn('node', [path.join(root, tasks[task]), ...rest], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // Whoever ends us means the task, and waits for its end. Ctrl-C reaches it from the terminal.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // npm hands a SIGTERM to its shell, which ends without a word to us: then nobody is there to end the server.
  const starter = process.ppid;
  if (process.env['npm_lifecycle_event'] !== undefined)
    setInterval(() => {
      if (process.ppid !== starter) child.kill('SIGTERM');
    }, 500).unref();
  child.on('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code ?? 128));
} catch (error) {
  say(error.message);
  process.exit(1);
}
