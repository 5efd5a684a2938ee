import type { GroupId, PointId } from '../ids.ts';
import { firstSaid, type Plenary, samePoints } from './plenary.ts';
import type { PlenaryCommand } from './plenary-command.ts';

/** A point, and the table on whose card it is. */
export interface TablesPoint {
  readonly group: GroupId;
  readonly point: PointId;
}

/**
 * What a table's word that it says the same as another one makes: the point of the table that was heard first stands for
 * both, and else the other table's, which is on the screen or was before. Null where there is nothing to join or part.
 */
export function sameCommand(
  plenary: Plenary,
  own: TablesPoint,
  other: TablesPoint,
  same: boolean,
): PlenaryCommand | null {
  if (same === samePoints(plenary, own.point).includes(other.point)) return null;
  if (!same) {
    const stands = firstSaid(plenary, own.point) === own.point;
    return { is: 'part-point', point: stands ? other.point : own.point };
  }
  return wasHeardBefore(plenary, own.group, other.group)
    ? { is: 'join-point', point: other.point, same: own.point }
    : { is: 'join-point', point: own.point, same: other.point };
}

function wasHeardBefore(
  { presentation: { heard } }: Plenary,
  one: GroupId,
  other: GroupId,
): boolean {
  const [place, otherPlace] = [heard.indexOf(one), heard.indexOf(other)];
  return place !== -1 && (otherPlace === -1 || place < otherPlace);
}
