import { parsePointId, parseSeatId } from '@reportback/domain';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockAt } from './block-link.ts';
import {
  addPoint,
  addPointFromBlock,
  movePoint,
  removePoint,
  setReady,
  setReporter,
} from './card-edits.ts';
import { cardOf, noteOf, pointsOf } from './group-document.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';
import { origin } from './origin.ts';
import { projectCard } from './project-card.ts';
import { projectNote } from './project-note.ts';
import { restore } from './restore.ts';
import { Random, seeds } from './testing/random.ts';
import { plain, replica, sync, withNote } from './testing/replica.ts';
import { changes, types } from './testing/typing.ts';

function versionOf(doc: Y.Doc): Y.Doc {
  const version = new Y.Doc();
  Y.applyUpdate(version, Y.encodeStateAsUpdate(doc));
  return version;
}

const note = '# Talk\n\n- one\n- **two**\n\nlast\n';

test('a note and a card are brought back, points under their old ids', () => {
  const doc = replica(1, withNote(note));
  addPointFromBlock(doc, parsePointId('p1'), blockAt(doc, [1, 1, 0])!);
  addPoint(doc, { id: parsePointId('p2'), text: plain('second'), source: null });
  setReporter(doc, parseSeatId('ann'));
  types(cardOf(doc)!.headline, cardTextSchema(), 'We agree', 1);
  const older = versionOf(doc);

  noteOf(doc).delete(0, noteOf(doc).length);
  types(noteOf(doc), noteSchema(), 'gone', 0);
  removePoint(doc, parsePointId('p1'));
  addPoint(doc, { id: parsePointId('p3'), text: plain('third'), source: null });
  movePoint(doc, parsePointId('p3'), parsePointId('p2'));
  setReporter(doc, null);
  setReady(doc, true);
  types(cardOf(doc)!.headline, cardTextSchema(), ' no', 9);

  restore(doc, older);
  expect(projectNote(doc)).toEqual(projectNote(older));
  expect(projectCard(doc)).toEqual(projectCard(older));
});

test('restoring is one edit forward that others follow; typing that they had not sent is kept', () => {
  const ann = replica(1, withNote(note));
  const older = versionOf(ann);
  const ben = replica(2, withNote(note));
  noteOf(ann).delete(1, 1);
  sync(ann, ben);
  types(noteOf(ben), noteSchema(), 'Small ', 1);

  const origins: unknown[] = [];
  ann.on('update', (_update: Uint8Array, by: unknown) => origins.push(by));
  restore(ann, older);
  expect(origins).toEqual([origin.restore]);
  sync(ann, ben);
  expect(projectNote(ann)).toEqual(projectNote(ben));
  expect(projectNote(ann)[0]).toMatchObject({ content: plain('Small Talk') });
  expect(projectNote(ann)).toHaveLength(3);
});

test('what did not change is not written again', () => {
  const doc = replica(1, withNote(note));
  const older = versionOf(doc);
  const [first, , last] = noteOf(doc).toArray();
  types(noteOf(doc), noteSchema(), 'x', 8);
  restore(doc, older);
  expect(noteOf(doc).toArray()[0]).toBe(first);
  expect(noteOf(doc).toArray()[2]).toBe(last);

  let sent = 0;
  doc.on('update', () => {
    sent += 1;
  });
  restore(doc, older);
  expect(sent).toBe(0);
});

test('the older version is only read', () => {
  const doc = replica(1);
  const older = versionOf(doc);
  noteOf(older).insert(0, [new Y.XmlElement('callout')]);
  const before = Y.encodeStateAsUpdate(older);
  restore(doc, older);
  expect(Y.encodeStateAsUpdate(older)).toEqual(before);
});

test('an older state that no editor can show is refused, and nothing changes', () => {
  const doc = replica(1, withNote(note));
  const older = versionOf(doc);
  cardOf(older)!.dissent.insert(0, [new Y.XmlText('bare')]);
  noteOf(doc).delete(0, 1);
  const before = Y.encodeStateAsUpdate(doc);
  expect(() => restore(doc, older)).toThrow();
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

describe('after any edits', () => {
  for (const seed of seeds()) {
    test(`each earlier version can be brought back (seed ${seed})`, () => {
      const random = new Random(seed);
      const doc = replica(1, withNote(note));
      const versions = [versionOf(doc)];
      for (let step = 0; step < 60; step += 1) {
        const size = noteOf(doc).length;
        const points = pointsOf(cardOf(doc)!.map);
        const acts = [
          () => types(noteOf(doc), noteSchema(), random.of(['a', 'word ', '日本']), 1),
          () =>
            changes(noteOf(doc), noteSchema(), (tr) => {
              const at = random.below(tr.doc.content.size);
              return tr.delete(at, Math.min(tr.doc.content.size, at + random.below(6)));
            }),
          () =>
            changes(noteOf(doc), noteSchema(), (tr) =>
              tr.addMark(1, 1 + random.below(tr.doc.content.size), noteSchema().mark('bold')),
            ),
          () => size > 1 && noteOf(doc).delete(random.below(size), 1),
          () =>
            addPoint(doc, { id: parsePointId(`p${step}`), text: plain(`p${step}`), source: null }),
          () => points[0] !== undefined && movePoint(doc, points[0].id, null),
          () => points[0] !== undefined && removePoint(doc, points[0].id),
          () => types(cardOf(doc)!.ask, cardTextSchema(), 'x', 1),
        ];
        random.of(acts)();
        if (random.below(6) === 0) versions.push(versionOf(doc));
      }
      for (const older of versions.toReversed()) {
        restore(doc, older);
        expect(projectNote(doc)).toEqual(projectNote(older));
        expect(projectCard(doc)).toEqual(projectCard(older));
      }
    });
  }
});
