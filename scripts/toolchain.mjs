// Node 24 and pnpm for this checkout. Where the machine has both, nothing is downloaded; else both come
// from the npm registry into the ignored folder .toolchain/.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';
const oldestNode = 24;

/** How long nothing may come before it is said what is waited for, and before it is given up, in milliseconds. */
const saidAfter = 8_000;
const longestFetch = 15 * 60_000;

/**
 * The environment in which everything of the project runs: Node ≥ 24 and pnpm first on the PATH, a cache of
 * compiled modules, and nothing of the npm that may have started us (its settings are not pnpm's).
 * @param {string} root the checkout
 * @param {(line: string) => void} say progress, for people
 * @returns {NodeJS.ProcessEnv}
 * @throws where Node has to be installed by hand, saying so
 */
export function toolchain(root, say) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
  );
  const home = path.join(root, '.toolchain');
  const wanted = [];
  const folders = [];

  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
      throw new Error(
        `This is Node ${process.versions.node}; Reportback runs on Node ${oldestNode} or newer. Install Node ${oldestNode} and start again.`,
      );
    }
    const name = `node-linux-${process.arch}`;
    folders.push(path.join(home, 'node_modules', name, 'bin'));
    if (!existsSync(path.join(home, 'node_modules', name, 'bin', 'node')))
      wanted.push(`${name}@${nodeVersion}`);
  }
  if (!hasPnpm(env)) {
    folders.push(path.join(home, 'node_modules', '.bin'));
    if (!existsSync(path.join(home, 'node_modules', '.bin', 'pnpm')))
      wanted.push(`pnpm@${pnpmVersion}`);
  }
  if (wanted.length > 0) {
    say(`Fetching ${wanted.join(' and ')} …`);
    // All that belongs there is named, or npm would prune what an earlier run has put there.
    const all = folders.map((folder) =>
      folder.endsWith('.bin') ? `pnpm@${pnpmVersion}` : `node-linux-${process.arch}@${nodeVersion}`,
    );
    const reminder = sayLater(
      'Still waiting for the npm registry, from which they come. Where this computer reaches it only through a proxy or a mirror, npm has to be told so (npm config set proxy …, or registry …). Ctrl+C stops.',
    );
    const done = spawnSync(
      'npm',
      [
        'install',
        '--prefix',
        home,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        ...all,
      ],
      { stdio: ['ignore', 2, 2], env, timeout: longestFetch },
    );
    reminder.kill();
    if (done.error?.code === 'ETIMEDOUT')
      throw new Error(
        `The npm registry did not send them within ${longestFetch / 60_000} minutes. Check the network, or install Node ${oldestNode} or newer and pnpm ${pnpmVersion} by hand, and start again.`,
      );
    if (done.status !== 0)
      throw new Error('npm could not fetch them (its words are above). Is the network up?');
  }
  return {
    ...env,
    PATH: [...folders, env.PATH].join(path.delimiter),
    // Some 300 modules are read at each start; this keeps them compiled.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'),
  };
}

/** Says something unless it is stopped before; in a process of its own, because this one waits for npm. */
function sayLater(words) {
  const script = `setTimeout(() => console.error(${JSON.stringify(words)}), ${saidAfter})`;
  return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 2] });
}

function hasPnpm(env) {
  const asked = spawnSync('pnpm', ['--version'], { encoding: 'utf8', env });
  return asked.status === 0 && Number(asked.stdout.split('.')[0]) >= 11;
}
