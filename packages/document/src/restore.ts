import type { SeatId } from '@reportback/domain';
import type { Node, Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type NewPoint, putPoint, setField } from './card-edits.ts';
import {
  cardField,
  cardOf,
  type GroupCard,
  isReady,
  noteOf,
  pointField,
  pointsOf,
  roleOn,
} from './group-document.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';
import { origin } from './origin.ts';
import { projectCardText } from './project-inline.ts';

/**
 * Makes a live document say what an older version said, as a new edit forward: history is kept, other people's
 * editors follow, and what did not change is not written again. Points come back under their old ids.
 * @param live the document to change, in one transaction of origin `restore`
 * @param older the document in the older state; it is read only
 * @throws before anything is changed, when the older state holds what no editor can show
 */
export function restore(live: Y.Doc, older: Y.Doc): void {
  // Reading through the editor's binding can mend what it reads, so it reads a copy.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(older));
  const note = contentOf(noteOf(copy), noteSchema());
  const olderCard = cardOf(copy);
  const wanted = olderCard === null ? null : readCard(olderCard);
  copy.destroy();
  live.transact(() => {
    writeContent(noteOf(live), note);
    const card = cardOf(live);
    if (card !== null && wanted !== null) writeCard(card, wanted);
  }, origin.restore);
}

const texts = ['headline', 'ask', 'dissent'] as const;

interface WantedCard extends Readonly<Record<(typeof texts)[number], Node>> {
  readonly reporter: SeatId | null;
  readonly scribe: SeatId | null;
  readonly ready: boolean;
  readonly points: readonly WantedPoint[];
}

interface WantedPoint extends NewPoint {
  readonly order: string;
  readonly content: Node;
}

function readCard({ map, headline, ask, dissent }: GroupCard): WantedCard {
  return {
    headline: contentOf(headline, cardTextSchema()),
    ask: contentOf(ask, cardTextSchema()),
    dissent: contentOf(dissent, cardTextSchema()),
    reporter: roleOn(map, 'reporter'),
    scribe: roleOn(map, 'scribe'),
    ready: isReady(map),
    points: pointsOf(map).map((point) => ({
      ...point,
      text: projectCardText(point.text),
      content: contentOf(point.text, cardTextSchema()),
    })),
  };
}

function writeCard(live: GroupCard, wanted: WantedCard): void {
  for (const field of texts) writeContent(live[field], wanted[field]);
  setField(live.map, cardField.reporter, wanted.reporter);
  setField(live.map, cardField.scribe, wanted.scribe);
  setField(live.map, cardField.ready, wanted.ready);
  const present = new Map(pointsOf(live.map).map((point) => [point.id, point]));
  for (const point of wanted.points) {
    const kept = present.get(point.id);
    present.delete(point.id);
    const map: unknown = live.points.get(point.id);
    if (kept === undefined || !(map instanceof Y.Map)) putPoint(live.points, point);
    else {
      writeContent(kept.text, point.content);
      setField(map, pointField.order, point.order);
      setField(map, pointField.source, point.source);
    }
  }
  for (const id of present.keys()) live.points.delete(id);
}

function contentOf(fragment: Y.XmlFragment, schema: Schema): Node {
  return initProseMirrorDoc(fragment, schema).doc;
}

/** Writes only what differs, as the editor's binding does. */
function writeContent(live: Y.XmlFragment, content: Node): void {
  const doc = live.doc;
  if (doc === null) throw new Error('Only a text that belongs to a document can be restored.');
  updateYFragment(doc, live, content, { mapping: new Map(), isOMark: new Map() });
}
