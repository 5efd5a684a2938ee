import type { PointId } from '@reportback/domain';

/** Where a point's row stands in its list, in pixels. */
export interface PointRow {
  readonly id: PointId;
  readonly top: number;
  readonly height: number;
}

/** Where among the others a row is that was moved by `offset`: in front of the first whose middle it has not passed. */
export function placeOf(rows: readonly PointRow[], point: PointId, offset: number): number {
  const moved = rows.find(({ id }) => id === point);
  if (moved === undefined) return 0;
  const others = rows.filter(({ id }) => id !== point);
  const edge = moved.top + offset + (offset > 0 ? moved.height : 0);
  const place = others.findIndex(({ top, height }) => edge < top + height / 2);
  return place === -1 ? others.length : place;
}

/** How far each other row moves to make room for one that was moved by `offset`. */
export function roomFor(
  rows: readonly PointRow[],
  point: PointId,
  offset: number,
): ReadonlyMap<PointId, number> {
  const from = rows.findIndex(({ id }) => id === point);
  const height = rows[from]?.height ?? 0;
  const to = placeOf(rows, point, offset);
  return new Map(
    rows
      .filter(({ id }) => id !== point)
      .map(({ id }, index) => {
        if (index >= from && index < to) return [id, -height] as const;
        return [id, index < from && index >= to ? height : 0] as const;
      }),
  );
}
