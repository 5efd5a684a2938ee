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

/** Under the pointer counts the point before the finding it stands in. */
export const underPointer: CollisionDetection = (situation) => {
  const under = pointerWithin(situation);
  const all = under.length > 0 ? under : rectIntersection(situation);
  const point = all.find(({ id }) => String(id).startsWith('point:'));
  return point ? [point] : all.slice(0, 1);
};
