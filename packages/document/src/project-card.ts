import type { BlockId, Inline, Point, ReportCard } from '@reportback/domain';
import * as Y from 'yjs';
import { blockIdOf, linkableBlocks } from './block-link.ts';
import { cardField, cardMap, isReady, noteOf, pointsOf, roleOn } from './group-document.ts';
import { equalMarks, projectCardText } from './project-inline.ts';

/**
 * The report card as everything but the editor sees it. It never throws, whatever the document holds, and
 * is made for being called on each change of a live document: the note is walked only while a point still
 * looks for its block.
 */
export function projectCard(doc: Y.Doc): ReportCard {
  const card = cardMap(doc);
  const points = pointsOf(card);
  const present = presentBlocks(
    doc,
    points.flatMap(({ source }) => (source === null ? [] : [source])),
  );
  return {
    headline: textAt(card, cardField.headline),
    points: points.map(({ id, text, source }) => ({
      id,
      text: projectCardText(text),
      source: source !== null && present.has(source) ? source : null,
    })),
    ask: textAt(card, cardField.ask),
    dissent: textAt(card, cardField.dissent),
    reporter: roleOn(card, 'reporter'),
    scribe: roleOn(card, 'scribe'),
    ready: isReady(card),
  };
}

function textAt(card: Y.Map<unknown>, key: string): readonly Inline[] {
  const text = card.get(key);
  return text instanceof Y.XmlFragment ? projectCardText(text) : [];
}

/** Which of the blocks that are looked for the note still has. */
function presentBlocks(doc: Y.Doc, wanted: readonly BlockId[]): ReadonlySet<BlockId> {
  const missing = new Set(wanted);
  const present = new Set<BlockId>();
  if (missing.size === 0) return present;
  for (const block of linkableBlocks(noteOf(doc))) {
    const id = blockIdOf(block);
    if (id === null || !missing.delete(id)) continue;
    present.add(id);
    if (missing.size === 0) break;
  }
  return present;
}

/** Whether two cards say and show the same. */
export function equalCards(a: ReportCard, b: ReportCard): boolean {
  return (
    a.reporter === b.reporter &&
    a.scribe === b.scribe &&
    a.ready === b.ready &&
    equalInlines(a.headline, b.headline) &&
    equalInlines(a.ask, b.ask) &&
    equalInlines(a.dissent, b.dissent) &&
    a.points.length === b.points.length &&
    a.points.every((point, index) => equalPoints(point, b.points[index]))
  );
}

function equalPoints(a: Point, b: Point | undefined): boolean {
  return b !== undefined && a.id === b.id && a.source === b.source && equalInlines(a.text, b.text);
}

/** Whether two texts are the same, marks included. */
export function equalInlines(a: readonly Inline[], b: readonly Inline[]): boolean {
  return (
    a.length === b.length &&
    a.every((inline, index) => {
      const other = b[index];
      if (inline.kind !== 'text' || other?.kind !== 'text') return inline.kind === other?.kind;
      return inline.text === other.text && equalMarks(inline.marks, other.marks);
    })
  );
}
