// The browser of the tests, without a download of its own: the one named by CHROMIUM, else the one
// packed in @sparticuz/chromium, inflated once, else the system's.
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Chromium refuses its sandbox to root, as which containers and CI run. */
export const chromiumArguments = ['--no-sandbox'];

/**
 * The path of a browser that Playwright can drive.
 * @returns {Promise<string>}
 * @throws when none of the three is there, saying what to do
 */
export async function chromiumPath() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names “${named}”, and there is no such file.`);
  }
  const packed = await inflatePacked();
  if (packed) return packed;
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (file) => existsSync(file),
  );
  if (system) return system;
  throw new Error('No browser for the tests: install Chromium, or set CHROMIUM to its path.');
}

async function inflatePacked() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = require.resolve('@sparticuz/chromium');
  const home = entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
  const { version } = require(path.join(home, 'package.json'));
  const browser = path.join(root, 'node_modules', '.cache', `chromium-${version}`, 'chromium');
  if (existsSync(browser)) return browser;
  mkdirSync(path.dirname(browser), { recursive: true });
  // Under a name of its own first: another process may be inflating it too, and neither may start half a file.
  const partial = `${browser}.${process.pid}`;
  await pipeline(
    createReadStream(path.join(home, 'bin', 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(partial),
  );
  chmodSync(partial, 0o755);
  renameSync(partial, browser);
  return browser;
}
