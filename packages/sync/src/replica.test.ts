import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { decodeFrame } from './frame.ts';
import type { LoadedDocument } from './ports/update-log.ts';
import { buildDoc } from './quiet-doc.ts';
import { Replica } from './replica.ts';
import { type ScanContext, scanUpdate } from './scan-update.ts';
import { edit, forge, text } from './testing/forge.ts';
import { Random, seeds } from './testing/random.ts';
import { randomEdit } from './testing/random-edit.ts';

const empty = new Uint8Array([0]);

function loaded(updates: readonly Uint8Array[]): LoadedDocument {
  return {
    incarnation: 'life-1',
    schemaVersion: 1,
    locked: false,
    headSeq: updates.length,
    snapshot: undefined,
    rows: updates.map((update, n) => ({ seq: n + 1, update, author: 'ada', at: 0 })),
    clients: new Map(),
  };
}

function apply(replica: Replica, update: Uint8Array) {
  const context: ScanContext = {
    limits: { frameStructs: 1000, frameDeletions: 1000, depth: 64 },
    roots: new Set(['note', 'card']),
    knows: (client, clock) => clock < Y.getState(replica.doc.store, client),
  };
  const outline = scanUpdate(update, context);
  if (outline.is !== 'outline') throw new Error(outline.found);
  return replica.apply(update, outline);
}

/** What a reader holds who applied those frames to a document that had `updates`. */
function reader(frames: readonly Uint8Array[], updates: readonly Uint8Array[] = []): Y.Doc {
  const doc = buildDoc(updates);
  for (const bytes of frames) {
    const frame = decodeFrame(bytes);
    if (frame.is !== 'sync-step-2' && frame.is !== 'update') throw new Error(frame.is);
    Y.applyUpdate(doc, frame.update);
  }
  return doc;
}

/** Updates of a few people who edit, hear of each other now and then, and see all in the end. */
function history(random: Random): Uint8Array[] {
  const docs = [1, 2, 3].map(() => new Y.Doc());
  const updates: Uint8Array[] = [];
  for (const doc of docs)
    doc.on('update', (update, origin) => {
      if (origin !== 'remote') updates.push(update);
    });
  for (let step = 0; step < 50; step++) {
    const doc = random.pick(docs);
    randomEdit(doc, random);
    const peer = random.pick(docs);
    if (peer !== doc) Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'remote');
  }
  return updates;
}

describe('a replica', () => {
  it('keeps aside what comes too early and is complete once all has come, in any order', () => {
    for (const seed of seeds(40)) {
      const random = new Random(seed);
      const updates = history(random);
      const shuffled = updates.toSorted(() => random.fraction() - 0.5);
      const replica = new Replica(loaded([]));
      const applied = shuffled.flatMap((update) => apply(replica, update));
      expect(applied).toHaveLength(updates.length);
      expect(replica.parked).toEqual([]);
      replica.checkNothingPending();
      expect(contentHash(replica.doc), `seed ${seed}`).toBe(contentHash(buildDoc(updates)));
      expect(contentHash(new Replica(loaded(shuffled)).doc)).toBe(contentHash(replica.doc));
    }
  });

  it('brings every reader up to date, and holds nothing back for what is parked', () => {
    for (const seed of seeds(40)) {
      const random = new Random(seed);
      const updates = history(random);
      const missing = random.below(updates.length);
      const replica = new Replica(loaded(updates.filter((_, n) => n !== missing)));
      for (let ask = 0; ask < 4; ask++) {
        const had = updates.slice(0, random.below(missing + 1));
        const stateVector = Y.encodeStateVector(buildDoc(had));
        const expected = contentHash(replica.doc);
        expect(contentHash(reader(replica.answer(stateVector), had)), `seed ${seed}`).toBe(
          expected,
        );
        expect(contentHash(reader(replica.answer(empty)))).toBe(expected);
        expect(contentHash(buildDoc([replica.whole()]))).toBe(expected);
      }
      for (const update of updates) apply(replica, update);
      expect(contentHash(reader(replica.answer(empty)))).toBe(contentHash(replica.doc));
    }
  });

  it('answers all who know nothing with the same bytes, from the snapshot where there is one', () => {
    const doc = new Y.Doc();
    const state = edit(doc, () => doc.getText('note').insert(0, 'a long text '.repeat(50)));
    const snapshot = { through: 1, state, contentHash: contentHash(doc) };
    const replica = new Replica({ ...loaded([]), headSeq: 1, snapshot });
    const first = replica.answer(empty);
    expect(first[0]?.subarray(-state.length)).toEqual(state);
    expect(replica.answer(empty)).toBe(first);
    apply(
      replica,
      edit(doc, () => doc.getText('note').insert(0, 'x')),
    );
    const second = replica.answer(empty);
    expect(second).toHaveLength(2);
    expect(second[0]?.subarray(-state.length)).toEqual(state);
    for (let n = 0; n < 100; n++)
      apply(
        replica,
        edit(doc, () => doc.getText('note').insert(0, 'y')),
      );
    expect(replica.answer(empty)).toHaveLength(1);
    expect(contentHash(reader(replica.answer(empty)))).toBe(contentHash(doc));
  });

  it('knows its size, and looks closely only when it matters', () => {
    const doc = new Y.Doc();
    const replica = new Replica(loaded([]));
    for (let n = 0; n < 300; n++)
      apply(
        replica,
        edit(doc, () => doc.getText('note').insert(n, 'x')),
      );
    const exact = Y.encodeStateAsUpdate(doc).length;
    expect(replica.sizeWithin(1_000_000)).toBeGreaterThan(3 * exact);
    expect(replica.sizeWithin(exact + 10)).toBe(exact);
  });

  it('refuses to be built from rows that are no updates', () => {
    expect(() => new Replica(loaded([new Uint8Array([1, 2])]))).toThrow(/row 1 is malformed/);
  });

  it('refuses to be built where Yjs holds back what should have found its place', () => {
    const circle = forge([
      { client: 9, structs: [text('a', { after: [8, 0] })] },
      { client: 8, structs: [text('b', { after: [9, 0] })] },
    ]);
    expect(() => new Replica(loaded([circle]))).toThrow(/is pending/);
  });
});
