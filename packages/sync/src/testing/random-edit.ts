import * as Y from 'yjs';
import type { Random } from './random.ts';

/**
 * One random edit as an editor would make it, to a `note` (paragraphs of formatted text) and a
 * `card` (a map of values and of texts).
 */
export function randomEdit(doc: Y.Doc, random: Random): void {
  const note = doc.getXmlFragment('note');
  const card = doc.getMap('card');
  doc.transact(() => {
    const text = randomText(note, random);
    const choice = random.fraction();
    if (text === undefined || choice < 0.1) return addParagraph(note, random);
    if (choice < 0.55) return text.insert(randomPlace(text, random), randomWord(random));
    if (choice < 0.7) return removeSome(text, random);
    if (choice < 0.78) return formatSome(text, random);
    if (choice < 0.82) return note.delete(random.below(note.length), 1);
    if (choice < 0.9) return void card.set(random.pick(['headline', 'ask']), randomWord(random));
    if (choice < 0.93) return card.delete(random.pick(['headline', 'ask', 'points']));
    if (choice < 0.96) return void card.set('points', new Y.Map([[randomWord(random), 1]]));
    const points = card.get('points');
    if (points instanceof Y.Map) points.set(randomWord(random), { order: random.fraction() });
  });
}

const words = ['trees', 'more ', 'ß', '日本語', '😀', ' ', 'a', 'b'];

const randomWord = (random: Random): string => random.pick(words);

function randomText(note: Y.XmlFragment, random: Random): Y.XmlText | undefined {
  if (note.length === 0) return undefined;
  const paragraph = note.get(random.below(note.length));
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  return text instanceof Y.XmlText ? text : undefined;
}

function addParagraph(note: Y.XmlFragment, random: Random): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(randomWord(random))]);
  paragraph.setAttribute('level', randomWord(random));
  note.insert(random.below(note.length + 1), [paragraph]);
}

function removeSome(text: Y.XmlText, random: Random): void {
  const [start, end] = randomRange(text, random, 4);
  text.delete(start, end - start);
}

function formatSome(text: Y.XmlText, random: Random): void {
  const [start, end] = randomRange(text, random, text.length);
  text.format(start, end - start, { bold: random.chance(0.6) ? true : null });
}

function randomRange(text: Y.XmlText, random: Random, longest: number): [number, number] {
  const start = randomPlace(text, random);
  const end = start + random.below(Math.min(longest, text.length - start) + 1);
  return [start, wholeCharacter(text, end)];
}

const randomPlace = (text: Y.XmlText, random: Random): number =>
  wholeCharacter(text, random.below(text.length + 1));

/**
 * The place itself, or the one before when it lies within a surrogate pair. Editors do not cut there,
 * and Yjs then shows other characters on some replicas than on others.
 */
function wholeCharacter(text: Y.XmlText, place: number): number {
  const letters = text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join('');
  const unit = letters.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
