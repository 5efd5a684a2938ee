import type { BlockId, PointId, SeatId } from '@reportback/domain';
import * as Y from 'yjs';
import { readBlockId, readPointId, readSeatId } from './read-value.ts';

/** The names of a group document's two roots: the note, and the report card. */
export const root = { note: 'note', card: 'card' } as const;

/** The keys of the card's map. The first three and each point's `text` hold one paragraph each. */
export const cardField = {
  headline: 'headline',
  ask: 'ask',
  dissent: 'dissent',
  points: 'points',
  reporter: 'reporter',
  scribe: 'scribe',
  ready: 'ready',
} as const;

/** The keys of one point's map. */
export const pointField = { order: 'order', text: 'text', source: 'source' } as const;

/** The free text of a group in a session; the editor binds to it. */
export function noteOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(root.note);
}

/** The card's map as it is, whole or not. */
export function cardMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>(root.card);
}

/** The report card as the editor uses it: fragments to bind to, and the map that changes are seen on. */
export interface GroupCard {
  readonly map: Y.Map<unknown>;
  readonly headline: Y.XmlFragment;
  readonly ask: Y.XmlFragment;
  readonly dissent: Y.XmlFragment;
  readonly points: Y.Map<unknown>;
}

/**
 * The report card of a document, or null while the server's first update has not arrived. A page then
 * waits: a client that fills what is empty fills it twice.
 */
export function cardOf(doc: Y.Doc): GroupCard | null {
  const map = cardMap(doc);
  const headline = map.get(cardField.headline);
  const ask = map.get(cardField.ask);
  const dissent = map.get(cardField.dissent);
  const points = map.get(cardField.points);
  return headline instanceof Y.XmlFragment &&
    ask instanceof Y.XmlFragment &&
    dissent instanceof Y.XmlFragment &&
    points instanceof Y.Map
    ? { map, headline, ask, dissent, points }
    : null;
}

/** One point as the editor uses it. */
export interface CardPoint {
  readonly id: PointId;
  /** A fractional index (fractional-indexing, base 62); two points may share one, then their ids decide. */
  readonly order: string;
  readonly text: Y.XmlFragment;
  /** The block it was made from, whether that still exists or not. */
  readonly source: BlockId | null;
}

/** The points under a card's map in the order in which they are shown; what is no point is left out. */
export function pointsOf(card: Pick<Y.Map<unknown>, 'get'>): readonly CardPoint[] {
  const points = card.get(cardField.points);
  if (!(points instanceof Y.Map)) return [];
  const found: CardPoint[] = [];
  for (const [key, value] of points.entries()) {
    const id = readPointId(key);
    if (id === null || !(value instanceof Y.Map)) continue;
    const order: unknown = value.get(pointField.order);
    const text: unknown = value.get(pointField.text);
    if (!(text instanceof Y.XmlFragment)) continue;
    found.push({
      id,
      order: typeof order === 'string' ? order : '',
      text,
      source: readBlockId(value.get(pointField.source)),
    });
  }
  return found.sort(byOrder);
}

function byOrder(a: CardPoint, b: CardPoint): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Who took a role on the card, or null. */
export function roleOn(card: Y.Map<unknown>, role: 'reporter' | 'scribe'): SeatId | null {
  return readSeatId(card.get(cardField[role]));
}

/** Whether the group said that it is done. */
export function isReady(card: Y.Map<unknown>): boolean {
  return card.get(cardField.ready) === true;
}
