// Whether a step has to run again: it keeps a fingerprint of what the step read beside what it made.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs a step unless its inputs are what they were when it last succeeded.
 * @param {{root: string, name: string, inputs: string[], made: string, run: () => void}} step
 *   inputs: glob patterns below root; made: a path that must exist for the step to count as done;
 *   run: does the work, or throws
 * @returns {boolean} whether it ran
 */
export function unlessFresh({ root, name, inputs, made, run }) {
  const stamp = path.join(root, 'node_modules', '.cache', `stamp-${name}`);
  const now = fingerprint(root, inputs);
  const known = existsSync(stamp) && existsSync(made) ? readFileSync(stamp, 'utf8') : '';
  if (known === now) return false;
  run();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/** By content: a checkout gives every file a new time. */
function fingerprint(root, patterns) {
  const hash = createHash('sha256');
  const exclude = (name) => ['node_modules', 'dist'].includes(path.basename(name));
  for (const file of globSync(patterns, { cwd: root, exclude }).sort()) {
    const full = path.join(root, file);
    if (!statSync(full).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(full)).update('\0');
  }
  return hash.digest('hex');
}
