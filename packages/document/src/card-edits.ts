import type { BlockId, Inline, PointId, SeatId } from '@reportback/domain';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { linkBlock } from './block-link.ts';
import { newCardText } from './card-text.ts';
import {
  type CardPoint,
  cardField,
  cardOf,
  type GroupCard,
  pointField,
  pointsOf,
} from './group-document.ts';
import { origin } from './origin.ts';
import { projectBlockText } from './project-inline.ts';

/**
 * What people do to a report card other than typing in its texts. Each is one transaction of origin
 * `edit`, and changes nothing on a document whose first update has not arrived (it answers false then).
 */
function edit(doc: Y.Doc, change: (card: GroupCard) => boolean): boolean {
  const card = cardOf(doc);
  return card !== null && doc.transact(() => change(card), origin.edit);
}

export interface NewPoint {
  /** Made by the caller with `newId`; a point keeps it for life. */
  readonly id: PointId;
  readonly text: readonly Inline[];
  /** The block it is made from, else null. */
  readonly source: BlockId | null;
}

/** Adds a point after the others. False where a point of that id is there already. */
export function addPoint(doc: Y.Doc, point: NewPoint): boolean {
  return edit(doc, (card) => {
    if (card.points.has(point.id)) return false;
    const last = pointsOf(card.map).at(-1);
    putPoint(card.points, { ...point, order: keyAfter(last) });
    return true;
  });
}

/**
 * Makes a point of a note's block, in one step: the block gets an id if it has none, and the point takes
 * over its words and points back to it.
 * @param block a paragraph or heading of this document's note, see `blockAt`
 */
export function addPointFromBlock(doc: Y.Doc, id: PointId, block: Y.XmlElement): boolean {
  return edit(doc, () => {
    const source = linkBlock(doc, block);
    return source !== null && addPoint(doc, { id, text: projectBlockText(block), source });
  });
}

/** Takes a point off the card. */
export function removePoint(doc: Y.Doc, id: PointId): boolean {
  return edit(doc, (card) => {
    if (!card.points.has(id)) return false;
    card.points.delete(id);
    return true;
  });
}

/**
 * Moves a point before another one, or behind all of them for null. Only its order key changes, so two
 * people who move one point at once leave it in one of the two places, never in both. Where the
 * neighbours' keys leave no room (two people added a point at once and both got the same key), every
 * point gets a new key in the order that is wanted.
 */
export function movePoint(doc: Y.Doc, id: PointId, before: PointId | null): boolean {
  return edit(doc, (card) => {
    const points = pointsOf(card.map);
    const moved = points.find((point) => point.id === id);
    if (moved === undefined || before === id) return false;
    const others = points.filter((point) => point.id !== id);
    const index =
      before === null ? others.length : others.findIndex((point) => point.id === before);
    if (index === -1 || points.indexOf(moved) === index) return false;
    const key = keyBetween(others[index - 1], others[index]);
    if (key !== null) {
      setOrder(card.points, id, key);
    } else {
      const wanted = others.toSpliced(index, 0, moved);
      const keys = generateNKeysBetween(null, null, wanted.length);
      for (const [position, point] of wanted.entries())
        setOrder(card.points, point.id, keys[position] ?? point.order);
    }
    return true;
  });
}

/** Ties a point to a block of the note, or unties it with null. */
export function setPointSource(doc: Y.Doc, id: PointId, source: BlockId | null): boolean {
  return edit(doc, (card) => {
    const point: unknown = card.points.get(id);
    if (!(point instanceof Y.Map)) return false;
    return setField(point, pointField.source, source);
  });
}

/** Who speaks for the group; null when nobody does any more. */
export function setReporter(doc: Y.Doc, seat: SeatId | null): boolean {
  return edit(doc, (card) => setField(card.map, cardField.reporter, seat));
}

/** Who writes for the group; null when nobody does any more. */
export function setScribe(doc: Y.Doc, seat: SeatId | null): boolean {
  return edit(doc, (card) => setField(card.map, cardField.scribe, seat));
}

/** Whether the group is done. */
export function setReady(doc: Y.Doc, ready: boolean): boolean {
  return edit(doc, (card) => setField(card.map, cardField.ready, ready));
}

/** Sets a value unless it is there already: an edit that changes nothing is not sent. */
export function setField(
  map: Y.Map<unknown>,
  key: string,
  value: string | boolean | null,
): boolean {
  if ((map.get(key) ?? null) === value) return false;
  map.set(key, value);
  return true;
}

/** Writes a point under its id, with a text of its own. */
export function putPoint(
  points: Y.Map<unknown>,
  point: NewPoint & { readonly order: string },
): void {
  const value = new Y.Map<unknown>();
  value.set(pointField.order, point.order);
  value.set(pointField.text, newCardText(point.text));
  value.set(pointField.source, point.source);
  points.set(point.id, value);
}

function setOrder(points: Y.Map<unknown>, id: PointId, order: string): void {
  const point: unknown = points.get(id);
  if (point instanceof Y.Map) setField(point, pointField.order, order);
}

function keyAfter(last: CardPoint | undefined): string {
  return keyBetween(last, undefined) ?? `${last?.order ?? ''}${generateKeyBetween(null, null)}`;
}

/** A key between two neighbours, or null where theirs leave no room or are no keys at all. */
function keyBetween(left: CardPoint | undefined, right: CardPoint | undefined): string | null {
  if (left !== undefined && right !== undefined && left.order >= right.order) return null;
  try {
    return generateKeyBetween(left?.order, right?.order);
  } catch {
    // The library's only answer to a key that another program wrote and that is none.
    return null;
  }
}
