import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { buildDoc, quietDoc } from './quiet-doc.ts';
import { Random, seeds } from './testing/random.ts';
import { randomEdit } from './testing/random-edit.ts';

describe('the content hash', () => {
  it('is equal on replicas that converged, however they got there', () => {
    for (const seed of seeds(60)) {
      const random = new Random(seed);
      const replicas = [true, true, false].map((gc) => new Y.Doc({ gc }));
      const updates: Uint8Array[] = [];
      for (const doc of replicas) doc.on('update', (update) => updates.push(update));
      for (let step = 0; step < 60; step++) {
        const doc = random.pick(replicas);
        randomEdit(doc, random);
        if (random.chance(0.2)) exchange(doc, random.pick(replicas));
      }
      for (let round = 0; round < 3; round++)
        for (const a of replicas) for (const b of replicas) exchange(a, b);
      const [first] = replicas;
      if (!first) throw new Error('no replica');
      const whole = Y.encodeStateAsUpdate(first);
      const rebuilt = {
        'one by one': oneByOne(updates),
        'in one transaction': buildDoc(updates),
        merged: buildDoc([Y.mergeUpdates(updates)]),
        'from the state': buildDoc([whole]),
        'from the state twice': buildDoc([Y.encodeStateAsUpdate(buildDoc([whole]))]),
      };
      const expected = contentHash(first);
      for (const doc of replicas) expect(contentHash(doc), `seed ${seed}`).toBe(expected);
      for (const [how, doc] of Object.entries(rebuilt)) {
        expect(contentHash(doc), `${how}, seed ${seed}`).toBe(expected);
      }
    }
  });

  it('differs after every edit that changes something', () => {
    for (const seed of seeds(20)) {
      const random = new Random(seed);
      const doc = new Y.Doc();
      const seen = new Map<string, number>();
      let edits = 0;
      doc.on('update', () => edits++);
      for (let step = 0; step < 80; step++) {
        randomEdit(doc, random);
        const hash = contentHash(doc);
        expect(seen.get(hash) ?? edits, `seed ${seed}, step ${step}`).toBe(edits);
        seen.set(hash, edits);
      }
    }
  });

  it('sees a deletion that the state vector does not see', () => {
    const doc = new Y.Doc();
    doc.getText('note').insert(0, 'abc');
    const copy = buildDoc([Y.encodeStateAsUpdate(doc)]);
    doc.getText('note').delete(1, 1);
    expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
    expect(contentHash(copy)).not.toBe(contentHash(doc));
  });

  it('sees other content, another place and another kind under the same ids', () => {
    const made = (edit: (doc: Y.Doc) => void): string => {
      const doc = new Y.Doc();
      doc.clientID = 7;
      edit(doc);
      return contentHash(doc);
    };
    const hashes = [
      made((doc) => doc.getText('note').insert(0, 'abc')),
      made((doc) => doc.getText('note').insert(0, 'abd')),
      made((doc) => doc.getText('card').insert(0, 'abc')),
      made((doc) => {
        doc.getText('note').insert(0, 'bc');
        doc.getText('note').insert(0, 'a');
      }),
      made((doc) => doc.getArray('note').insert(0, ['a', 'b', 'c'])),
      made((doc) => doc.getMap('note').set('abc', 'abc')),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('takes no notice of updates that wait for their predecessors', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    for (const letter of ['a', 'b', 'c']) doc.getText('note').insert(0, letter);
    expect(contentHash(buildDoc([updates[0], updates[2]].flatMap((update) => update ?? [])))).toBe(
      contentHash(buildDoc(updates.slice(0, 1))),
    );
  });
});

function exchange(from: Y.Doc, to: Y.Doc): void {
  if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function oneByOne(updates: readonly Uint8Array[]): Y.Doc {
  const doc = quietDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
