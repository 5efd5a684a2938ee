import type { Readable } from '@reportback/client/readable';
import { Settable } from '@reportback/client/readable';
import { type CardPoint, cardMap, equalCards, pointsOf, projectCard } from '@reportback/document';
import type { PointId, ReportCard } from '@reportback/domain';
import type * as Y from 'yjs';

/** A report card as the page follows it. */
export interface CardShape {
  /** The points with their texts to bind editors to; changes only when points come, go, move or are tied anew. */
  readonly points: Readable<readonly CardPoint[]>;
  /** What the card says, for what is missing, for the reporter, for lengths. */
  readonly card: Readable<ReportCard>;
  /** How often somebody else changed a point's words while this page was open. */
  readonly changes: Readable<ReadonlyMap<PointId, number>>;
}

/** Follows a document's card. Ends with the document. */
export function followCard(doc: Y.Doc): CardShape {
  const map = cardMap(doc);
  const points = new Settable(pointsOf(map), isSameList);
  const card = new Settable(projectCard(doc), equalCards);
  const changes = new Settable<ReadonlyMap<PointId, number>>(new Map());
  map.observeDeep((events, transaction) => {
    points.set(pointsOf(map));
    card.set(projectCard(doc));
    if (!transaction.local) changes.set(withChanges(changes.get(), points.get(), events));
  });
  return { points, card, changes };
}

function withChanges(
  before: ReadonlyMap<PointId, number>,
  points: readonly CardPoint[],
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlyMap<PointId, number> {
  const touched = new Set(events.map(({ path }) => path[1]));
  const found = points.filter(({ id }) => touched.has(id));
  if (found.length === 0) return before;
  return new Map([...before, ...found.map(({ id }) => [id, (before.get(id) ?? 0) + 1] as const)]);
}

function isSameList(a: readonly CardPoint[], b: readonly CardPoint[]): boolean {
  return (
    a.length === b.length &&
    a.every((point, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        point.id === other.id &&
        point.text === other.text &&
        point.source === other.source
      );
    })
  );
}
