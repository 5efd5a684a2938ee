import { beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { RemovalWatch } from './much-removed.ts';
import { Replica } from './replica.ts';
import { defaultHistory } from './sync-options.ts';
import { Turn } from './turn.ts';

let replica: Replica;
let text: Y.Text;
let watch: RemovalWatch;
let now: number;

beforeEach(() => {
  watch = new RemovalWatch(defaultHistory);
  now = 0;
});

/** A document of so many letters, of which nothing was removed yet. */
function begin(letters: number): void {
  const doc = new Y.Doc();
  doc.getText('note').insert(0, 'a'.repeat(letters));
  replica = new Replica({
    incarnation: 'life-1',
    schemaVersion: 1,
    locked: false,
    headSeq: 1,
    snapshot: { through: 1, state: Y.encodeStateAsUpdate(doc), contentHash: '' },
    rows: [],
    clients: new Map(),
  });
  text = replica.doc.getText('note');
}

/** Removes letters from the beginning. @returns whether the state before is to be kept */
function removes(count: number): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(replica.doc));
  let kept = false;
  copy.on('update', (update: Uint8Array) => {
    const { ds } = Y.decodeUpdate(update);
    const deletions = [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
    );
    kept = watch.note(deletions, replica, new Turn(), now) !== undefined;
    Y.applyUpdate(replica.doc, update);
  });
  copy.getText('note').delete(0, count);
  return kept;
}

it('encodes a large document seldom, however pasting and correcting take turns', () => {
  begin(2_000_000);
  const encoded = vi.spyOn(replica, 'whole');
  for (let n = 0; n < 20; n++) {
    text.insert(0, 'b'.repeat(300));
    removes(1);
    now += 40;
  }
  expect(encoded).toHaveBeenCalledTimes(1);
  now += 10_000;
  removes(1);
  expect(encoded).toHaveBeenCalledTimes(2);
});

it('a large document is encoded all the same before a large part of it goes', () => {
  begin(1_000_000);
  removes(1);
  text.insert(0, 'b'.repeat(300));
  const encoded = vi.spyOn(replica, 'whole');
  expect(removes(400_000)).toBe(true);
  expect(encoded).toHaveBeenCalledTimes(1);
});

it('adds up what goes piece by piece, of all that there was', () => {
  begin(100_000);
  const kept = Array.from({ length: 5 }, () => removes(6_000));
  expect(kept).toEqual([false, false, false, false, true]);
});
