import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { touchedLines } from './touched-lines.ts';

/** Counts the lines that `change` touches in a note of two paragraphs. */
function linesTouched(change: (note: Y.XmlFragment, doc: Y.Doc) => void): number {
  const doc = new Y.Doc();
  const note = doc.getXmlFragment('note');
  note.insert(0, [paragraph('one'), paragraph('two')]);
  const touched = new Set<string>();
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    for (const line of touchedLines(transaction)) touched.add(line);
  });
  change(note, doc);
  return touched.size;
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function textOf(note: Y.XmlFragment, index: number): Y.XmlText {
  const element = note.get(index);
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (text instanceof Y.XmlText) return text;
  throw new Error(`paragraph ${index} holds no text`);
}

it('counts a line once, however often it is typed in', () => {
  const typed = linesTouched((note) => {
    for (const letter of 'hello') textOf(note, 0).insert(0, letter);
  });
  expect(typed).toBe(1);
});

it('counts each line that was typed in', () => {
  const typed = linesTouched((note) => {
    textOf(note, 0).insert(0, 'a');
    textOf(note, 1).delete(0, 1);
  });
  expect(typed).toBe(2);
});

it('counts every line of what was pasted, and not again when it is typed in', () => {
  const pasted = linesTouched((note) => {
    note.insert(1, [paragraph('a'), paragraph('b'), paragraph('c')]);
    textOf(note, 2).insert(0, 'more');
  });
  expect(pasted).toBe(3);
});

it('counts a removed line as one change', () => {
  expect(linesTouched((note) => note.delete(0, 2))).toBe(1);
});

it('counts a text of the card', () => {
  const typed = linesTouched((_note, doc) => {
    const text = new Y.XmlFragment();
    doc.getMap('card').set('headline', text);
    text.insert(0, [paragraph('Every facility')]);
    doc.getMap('card').set('ready', true);
  });
  expect(typed).toBe(3);
});
