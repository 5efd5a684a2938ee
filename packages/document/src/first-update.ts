import { createHash } from 'node:crypto';
import type { Block, BlockId, Inline, PointId, ReportCard, SeatId } from '@reportback/domain';
import { parseBlockId } from '@reportback/domain';
import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { putPoint } from './card-edits.ts';
import { newCardText } from './card-text.ts';
import { cardField, cardMap, noteOf } from './group-document.ts';
import { parseMarkdown } from './markdown.ts';
import { origin } from './origin.ts';
import { writeBlocks } from './write-blocks.ts';

/** What a document can begin with, for the example and for imports. */
export interface FirstContent {
  /** Markdown. */
  readonly note: string;
  readonly card: {
    /** Plain text, as are the other texts. */
    readonly headline: string;
    /** In the order in which they are shown. */
    readonly points: readonly {
      readonly id: PointId;
      readonly text: string;
      /** The line of `note`, from 1, that the point was made from; else null. */
      readonly sourceLine: number | null;
    }[];
    readonly ask: string;
    readonly dissent: string;
    readonly reporter: SeatId | null;
    readonly scribe: SeatId | null;
    /** Whether the group has said that it is done; left out, it has not. */
    readonly ready?: boolean;
  };
}

/** What a document begins with that is made of a record: the very blocks and points of another one. */
export interface RecordedContent {
  readonly note: readonly Block[];
  readonly card: ReportCard;
}

const nothing: FirstContent = {
  note: '',
  card: { headline: '', points: [], ask: '', dissent: '', reporter: null, scribe: null },
};

/**
 * The Yjs update (version 1) that every group document begins with: an empty note and card, or the given
 * content. The server makes and stores it once, when the document is made; no client ever fills what is empty.
 *
 * Equal content gives equal bytes. The client id follows from the content, so that two beginnings that differ
 * never claim the same id and clock for different bytes.
 */
export function firstUpdate(content: FirstContent | RecordedContent = nothing): Uint8Array {
  const digest = createHash('sha256').update(writtenBy(1, content)).digest();
  // 0 would be taken for “unset” by some tools; ids are 32-bit in Yjs.
  return writtenBy(Math.max(1, digest.readUInt32BE(0)), content);
}

function writtenBy(client: number, content: FirstContent | RecordedContent): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.transact(() => {
    if (isRecorded(content)) {
      writeBlocks(noteOf(doc), content.note);
      writeCard(doc, content.card);
    } else writeFirst(doc, content);
  }, origin.first);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function isRecorded(content: FirstContent | RecordedContent): content is RecordedContent {
  return typeof content.note !== 'string';
}

function writeFirst(doc: Y.Doc, { note, card }: FirstContent): void {
  const wanted = card.points.flatMap(({ sourceLine }) => (sourceLine === null ? [] : [sourceLine]));
  const sources = new Map<number, BlockId>();
  const idOfLines = (first: number, last: number): BlockId | null => {
    const within = wanted.filter((line) => first <= line && line <= last && !sources.has(line));
    if (within[0] === undefined) return null;
    const id = parseBlockId(`line-${within[0]}`);
    for (const line of within) sources.set(line, id);
    return id;
  };
  writeBlocks(noteOf(doc), parseMarkdown(note, idOfLines));
  const plain = (text: string): readonly Inline[] => [{ kind: 'text', text, marks: [] }];
  writeCard(doc, {
    ...card,
    headline: plain(card.headline),
    points: card.points.map(({ id, text, sourceLine }) => ({
      id,
      text: plain(text),
      source: sourceLine === null ? null : (sources.get(sourceLine) ?? null),
    })),
    ask: plain(card.ask),
    dissent: plain(card.dissent),
    ready: card.ready ?? false,
  });
}

function writeCard(doc: Y.Doc, card: ReportCard): void {
  const map = cardMap(doc);
  map.set(cardField.headline, newCardText(card.headline));
  map.set(cardField.ask, newCardText(card.ask));
  map.set(cardField.dissent, newCardText(card.dissent));
  map.set(cardField.reporter, card.reporter);
  map.set(cardField.scribe, card.scribe);
  map.set(cardField.ready, card.ready);
  const points = new Y.Map<unknown>();
  map.set(cardField.points, points);
  const keys = generateNKeysBetween(null, null, card.points.length);
  for (const [index, point] of card.points.entries())
    putPoint(points, { ...point, order: keys[index] ?? '' });
}
