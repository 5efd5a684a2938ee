import { parsePointId, parseSeatId } from '@reportback/domain';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockAt, blockIdOf } from './block-link.ts';
import {
  addPoint,
  addPointFromBlock,
  movePoint,
  removePoint,
  setPointSource,
  setReady,
  setReporter,
  setScribe,
} from './card-edits.ts';
import { cardField, cardOf, noteOf, pointsOf } from './group-document.ts';
import { origin } from './origin.ts';
import { equalCards, projectCard } from './project-card.ts';
import { Random, seeds } from './testing/random.ts';
import { plain, replica, sync, withNote } from './testing/replica.ts';

const id = parsePointId;

function withPoints(client: number, ...ids: readonly string[]): Y.Doc {
  const doc = replica(client);
  for (const each of ids) addPoint(doc, { id: id(each), text: plain(each), source: null });
  return doc;
}

function order(doc: Y.Doc): readonly string[] {
  return projectCard(doc).points.map((point) => point.id);
}

test('points are shown in the order in which they were added', () => {
  expect(order(withPoints(1, 'c', 'a', 'b'))).toEqual(['c', 'a', 'b']);
});

test('a point moves before another one, and to the end', () => {
  const doc = withPoints(1, 'a', 'b', 'c');
  expect(movePoint(doc, id('c'), id('a'))).toBe(true);
  expect(order(doc)).toEqual(['c', 'a', 'b']);
  expect(movePoint(doc, id('c'), null)).toBe(true);
  expect(order(doc)).toEqual(['a', 'b', 'c']);
});

test('a move to where the point stands already sends nothing', () => {
  const doc = withPoints(1, 'a', 'b', 'c');
  let sent = 0;
  doc.on('update', () => {
    sent += 1;
  });
  expect(movePoint(doc, id('a'), id('b'))).toBe(false);
  expect(movePoint(doc, id('a'), id('a'))).toBe(false);
  expect(movePoint(doc, id('c'), null)).toBe(false);
  expect(movePoint(doc, id('gone'), null)).toBe(false);
  expect(setReporter(doc, null)).toBe(false);
  expect(setReady(doc, false)).toBe(false);
  expect(sent).toBe(0);
});

test('every edit is one transaction of origin “edit”', () => {
  const doc = withPoints(1, 'a', 'b');
  const origins: unknown[] = [];
  doc.on('update', (_update: Uint8Array, by: unknown) => origins.push(by));
  movePoint(doc, id('b'), id('a'));
  removePoint(doc, id('a'));
  setScribe(doc, parseSeatId('ann'));
  expect(origins).toEqual([origin.edit, origin.edit, origin.edit]);
});

test('a second point of the same id is refused', () => {
  const doc = withPoints(1, 'a');
  expect(addPoint(doc, { id: id('a'), text: plain('other'), source: null })).toBe(false);
  expect(projectCard(doc).points).toHaveLength(1);
});

test('two points added at once share a key and stand in the order of their ids; between them there is still room', () => {
  const [ann, ben] = [withPoints(1), withPoints(2)];
  addPoint(ann, { id: id('p'), text: plain('ann'), source: null });
  addPoint(ben, { id: id('q'), text: plain('ben'), source: null });
  sync(ann, ben);
  expect(pointsOf(cardOf(ann)!.map).map((point) => point.order)).toEqual(['a0', 'a0']);
  addPoint(ann, { id: id('r'), text: plain('third'), source: null });
  movePoint(ann, id('r'), id('q'));
  expect(order(ann)).toEqual(['p', 'r', 'q']);
  sync(ann, ben);
  expect(order(ben)).toEqual(['p', 'r', 'q']);
});

test('a key that another program wrote does not stop moves and additions', () => {
  const doc = withPoints(1, 'a', 'b', 'c');
  const point = cardOf(doc)!.points.get('b');
  if (point instanceof Y.Map) point.set('order', '??');
  movePoint(doc, id('c'), id('a'));
  expect(order(doc).indexOf('c')).toBeLessThan(order(doc).indexOf('a'));
  const other = withPoints(2, 'a');
  const last = cardOf(other)!.points.get('a');
  if (last instanceof Y.Map) last.set('order', 'zz!');
  addPoint(other, { id: id('b'), text: [], source: null });
  expect(order(other)).toEqual(['a', 'b']);
});

test('two people who move one point at once leave it once on the card', () => {
  const ann = withPoints(1, 'a', 'b', 'c', 'd');
  const ben = replica(2);
  sync(ann, ben);
  movePoint(ann, id('d'), id('a'));
  movePoint(ben, id('d'), id('c'));
  sync(ann, ben);
  expect([...order(ann)].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(order(ann)).toEqual(order(ben));
});

test('a point that one person edits while another moves it keeps its words and its place', () => {
  const ann = withPoints(1, 'a', 'b');
  const ben = replica(2);
  sync(ann, ben);
  movePoint(ann, id('b'), id('a'));
  const text = pointsOf(cardOf(ben)!.map)[1]?.text.get(0);
  if (text instanceof Y.XmlElement) (text.get(0) as Y.XmlText).insert(1, 'etter');
  sync(ann, ben);
  expect(projectCard(ann).points.map((point) => point.text)).toEqual([plain('better'), plain('a')]);
});

test('a note line becomes a point with its marks, and stays linked', () => {
  const doc = replica(1, withNote('- one\n- two **bold**\n'));
  const block = blockAt(doc, [0, 1, 0])!;
  expect(addPointFromBlock(doc, id('p'), block)).toBe(true);
  const [point] = projectCard(doc).points;
  expect(point?.text).toEqual([
    { kind: 'text', text: 'two ', marks: [] },
    { kind: 'text', text: 'bold', marks: [{ kind: 'bold' }] },
  ]);
  expect(point?.source).toBe(blockIdOf(block));
});

test('the source of a point is null once its block is deleted, and comes back with an undo', () => {
  const doc = replica(1, withNote('one\n\ntwo\n'));
  addPointFromBlock(doc, id('p'), blockAt(doc, [0])!);
  const undo = new Y.UndoManager(noteOf(doc));
  noteOf(doc).delete(0, 1);
  expect(projectCard(doc).points[0]?.source).toBeNull();
  undo.undo();
  expect(projectCard(doc).points[0]?.source).not.toBeNull();
});

test('a point can be untied from its line', () => {
  const doc = replica(1, withNote('one\n'));
  addPointFromBlock(doc, id('p'), blockAt(doc, [0])!);
  expect(setPointSource(doc, id('p'), null)).toBe(true);
  expect(projectCard(doc).points[0]?.source).toBeNull();
  expect(setPointSource(doc, id('gone'), null)).toBe(false);
});

test('an undo manager that tracks edits takes back one’s own point only', () => {
  const ann = withPoints(1, 'a');
  const ben = replica(2);
  sync(ann, ben);
  const undo = new Y.UndoManager(cardOf(ann)!.map, { trackedOrigins: new Set([origin.edit]) });
  addPoint(ann, { id: id('mine'), text: plain('mine'), source: null });
  addPoint(ben, { id: id('theirs'), text: plain('theirs'), source: null });
  sync(ann, ben);
  undo.undo();
  expect(order(ann)).toEqual(['a', 'theirs']);
});

test('roles and readiness are on the card', () => {
  const doc = replica(1);
  setReporter(doc, parseSeatId('ann'));
  setScribe(doc, parseSeatId('ben'));
  setReady(doc, true);
  expect(projectCard(doc)).toMatchObject({ reporter: 'ann', scribe: 'ben', ready: true });
  setReporter(doc, null);
  expect(projectCard(doc).reporter).toBeNull();
});

describe('two to four people who add, move, remove and type at once, in any order of delivery', () => {
  for (const seed of seeds()) {
    test(`end with the same card, each point once (seed ${seed})`, () => {
      const random = new Random(seed);
      const docs = Array.from({ length: 2 + random.below(3) }, (_, index) => replica(index + 1));
      const gone = new Set<string>();
      let made = 0;
      for (let step = 0; step < 300; step += 1) {
        const doc = random.of(docs);
        const points = projectCard(doc).points;
        const one = points.length === 0 ? null : random.of(points).id;
        const act = random.below(10);
        if (act < 3 || one === null) {
          made += 1;
          addPoint(doc, { id: id(`p${made}`), text: plain(`point ${made}`), source: null });
        } else if (act < 7) {
          movePoint(doc, one, random.below(4) === 0 ? null : random.of(points).id);
        } else if (act === 7) {
          removePoint(doc, one);
          gone.add(one);
        } else if (act === 8) {
          setReady(doc, random.below(2) === 0);
        } else sync(doc, random.of(docs));
      }
      sync(...docs);
      const cards = docs.map(projectCard);
      const ids = cards[0]!.points.map((point) => point.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBe(made - gone.size);
      for (const card of cards) expect(equalCards(card, cards[0]!)).toBe(true);
      for (const doc of docs) {
        expect(cardOf(doc)!.map.get(cardField.ready)).toBe(cards[0]!.ready);
      }
    });
  }
});
