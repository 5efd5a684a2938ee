import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { matchContent } from './restore.ts';
import { Random, randomEdit, seeds } from './testing/index.ts';

const roots = { note: 'xml-fragment', card: 'map' } as const;

const contentOf = (doc: Y.Doc) => ({
  note: doc.getXmlFragment('note').toString(),
  card: JSON.stringify(sorted(doc.getMap('card').toJSON())),
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, sorted(held)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('matching the content of another document', () => {
  it('makes it equal, from and to anything that editing makes', () => {
    for (const seed of seeds(60)) {
      const random = new Random(seed);
      const doc = new Y.Doc();
      for (let step = 0; step < 30; step++) randomEdit(doc, random);
      const version = copyOf(doc);
      for (let step = 0; step < 30; step++) randomEdit(doc, random);
      matchContent(doc, version, roots);
      expect(contentOf(doc), `seed ${seed}`).toEqual(contentOf(version));
    }
  });

  it('leaves alone what is equal, so that links and carets hold', () => {
    const doc = new Y.Doc();
    const note = doc.getXmlFragment('note');
    const paragraphs = ['one', 'two', 'three'].map((text) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      return paragraph;
    });
    note.insert(0, paragraphs);
    doc.getMap('card').set('points', new Y.Map([['a', new Y.Map([['order', 1]])]]));
    const version = copyOf(doc);
    const kept = [note.get(0), note.get(1), note.get(2), doc.getMap('card').get('points')];
    const second = note.get(1);
    if (second instanceof Y.XmlElement) second.setAttribute('level', '2');
    let changes = 0;
    doc.on('update', () => changes++);
    matchContent(doc, version, roots);
    expect(changes).toBe(1);
    expect([note.get(0), note.get(1), note.get(2), doc.getMap('card').get('points')]).toEqual(kept);
    matchContent(doc, version, roots);
    expect(changes).toBe(1);
  });

  it('keeps what somebody else writes at the same time', () => {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('one')]);
    doc.getXmlFragment('note').insert(0, [paragraph]);
    const version = copyOf(doc);
    doc.getMap('card').set('headline', 'changed');
    const other = copyOf(doc);
    const added = new Y.XmlElement('paragraph');
    added.insert(0, [new Y.XmlText('meanwhile')]);
    other.getXmlFragment('note').push([added]);
    matchContent(doc, version, roots);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(doc.getXmlFragment('note').toString()).toContain('meanwhile');
    expect(doc.getMap('card').has('headline')).toBe(false);
  });
});
