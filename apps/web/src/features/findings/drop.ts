import { type CollisionDetection, pointerWithin, rectIntersection } from '@dnd-kit/core';
import { type FindingId, type PointId, parseFindingId, parsePointId } from '@reportback/domain';

/** What is dragged, and where something can be dropped. */
export type DropPlace =
  | { readonly is: 'point'; readonly point: PointId }
  | { readonly is: 'finding'; readonly finding: FindingId }
  | { readonly is: 'new' }
  | { readonly is: 'unsorted' };

/** A place as the drag library names it, such as `point:4f…`. */
export function dropPlace(name: string | number): DropPlace {
  const [kind, id = ''] = String(name).split(':');
  switch (kind) {
    case 'point':
      return { is: 'point', point: parsePointId(id) };
    case 'finding':
      return { is: 'finding', finding: parseFindingId(id) };
    case 'new':
      return { is: 'new' };
    case 'unsorted':
      return { is: 'unsorted' };
    default:
      throw new Error(`“${name}” is no place to drop something.`);
  }
}

/**
 * Under the pointer counts the point before the finding it stands in. For a finding that is dragged it counts
 * in front of which other one it would stand, or else the place of a new one, which is behind all.
 */
export const underPointer: CollisionDetection = (situation) => {
  if (isFinding(situation.active.id)) return inFront(situation);
  const under = pointerWithin(situation);
  const all = under.length > 0 ? under : rectIntersection(situation);
  const point = all.find(({ id }) => String(id).startsWith('point:'));
  return point ? [point] : all.slice(0, 1);
};

const inFront: CollisionDetection = ({
  active,
  droppableContainers,
  droppableRects,
  pointerCoordinates,
}) => {
  if (pointerCoordinates === null) return [];
  const below = droppableContainers
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      const isOther = isFinding(id) && id !== active.id;
      return isOther && rect ? [{ id, top: rect.top, middle: rect.top + rect.height / 2 }] : [];
    })
    .filter(({ middle }) => pointerCoordinates.y < middle)
    .toSorted((a, b) => a.top - b.top);
  return [{ id: below[0]?.id ?? 'new' }];
};

/** Whether what is dragged, or what it is dragged to, is a finding. */
export function isFinding(name: string | number): boolean {
  return String(name).startsWith('finding:');
}
