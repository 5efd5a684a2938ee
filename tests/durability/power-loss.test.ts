import { describe, expect, it } from 'vitest';
import { freshSeed, timeout } from '../language/suite.ts';
import { failedSyncs, ioErrorSuite } from './io-errors.ts';
import { powerLossSuite } from './power-loss.ts';
import { tracingObstacle } from './system-calls.ts';

const seed = freshSeed();
const obstacle = tracingObstacle();
if (obstacle !== null) console.warn(`Power cuts and I/O errors are left out: ${obstacle}.`);

describe.skipIf(obstacle !== null)(`what a disk may hold (seed ${seed})`, () => {
  it('100 power cuts lose nothing that was called saved', { timeout }, async () => {
    const result = await powerLossSuite('power loss', { runs: 100, seed });
    expect(result).toMatchObject({ lost: 0, found: [] });
    expect(result.faults).toBeGreaterThan(0);
  });

  it.each([
    ['acknowledges without the sync', 'no-sync'],
    ['stores when a document is unloaded', 'on-unload'],
  ])('a server that %s is found out', { timeout }, async (_what, badLog) => {
    const result = await powerLossSuite('power loss', { runs: 25, seed }, badLog);
    expect(result.lost).toBeGreaterThan(0);
    expect(result.found.join('\n')).toMatch(/was called saved and is gone/);
  });

  it('failing reads, writes and syncs make it say nothing false', { timeout }, async () => {
    const result = await ioErrorSuite('I/O errors', { runs: 6, seed });
    expect(result).toMatchObject({ lost: 0, found: [] });
    expect(result.faults).toBeGreaterThan(0);
  });

  it('a server that does not hear of failed syncs is found out', { timeout }, async () => {
    const bad = { badLog: 'deaf-to-failed-syncs', faults: failedSyncs };
    const result = await ioErrorSuite('I/O errors', { runs: 3, seed }, bad);
    expect(result.lost).toBeGreaterThan(0);
    expect(result.found.join('\n')).toMatch(/was called saved and is gone/);
  });
});
