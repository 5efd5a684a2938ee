/** Where a row stands in its list, in pixels. */
export interface PlacedRow<Id extends string> {
  readonly id: Id;
  readonly top: number;
  readonly height: number;
}

/** Where among the others a row is that was moved by `offset`: in front of the first whose middle it has not passed. */
export function placeOf<Id extends string>(
  rows: readonly PlacedRow<Id>[],
  row: Id,
  offset: number,
): number {
  const moved = rows.find(({ id }) => id === row);
  if (moved === undefined) return 0;
  const others = rows.filter(({ id }) => id !== row);
  const edge = moved.top + offset + (offset > 0 ? moved.height : 0);
  const place = others.findIndex(({ top, height }) => edge < top + height / 2);
  return place === -1 ? others.length : place;
}

/** How far each other row moves to make room for one that was moved by `offset`. */
export function roomFor<Id extends string>(
  rows: readonly PlacedRow<Id>[],
  row: Id,
  offset: number,
): ReadonlyMap<Id, number> {
  const from = rows.findIndex(({ id }) => id === row);
  const height = rows[from]?.height ?? 0;
  const to = placeOf(rows, row, offset);
  return new Map(
    rows
      .filter(({ id }) => id !== row)
      .map(({ id }, index) => {
        if (index >= from && index < to) return [id, -height] as const;
        return [id, index < from && index >= to ? height : 0] as const;
      }),
  );
}
