/** How many tables stand on the wall at once, and how large. */
export interface WallLayout {
  /** quarter: one to four tables, the largest type; eighth: with name and state; sixteenth: number and headline. */
  readonly density: 'quarter' | 'eighth' | 'sixteenth';
  readonly rows: number;
  readonly perPage: number;
  readonly pages: number;
}

/** Narrower screens (16:10, 4:3) give a line too few words for sixteen tables with their states at a legible size. */
const wide = 1.7;

const columns = 2;

/**
 * The wall's layout, from the number of tables and the screen's shape alone: what people write never moves
 * a table to another place, unless the headlines are so long that they would be cut.
 * @param aspect width divided by height
 * @param isCrowded whether the headlines do not stand on it as it would be: half as many then stand on a page
 */
export function wallLayout(tables: number, aspect: number, isCrowded = false): WallLayout {
  const of = (density: WallLayout['density'], rows: number): WallLayout => ({
    density,
    rows,
    perPage: rows * columns,
    pages: Math.max(1, Math.ceil(tables / (rows * columns))),
  });
  if (tables <= 2) return of('quarter', 1);
  if (tables <= 4) return of('quarter', isCrowded ? 1 : 2);
  if (tables <= 8 || aspect < wide) return isCrowded ? of('quarter', 2) : of('eighth', 4);
  return isCrowded ? of('eighth', 4) : of('sixteenth', 8);
}

/** The tables of one page; a table never changes its page. */
export function onPage<Table>(
  tables: readonly Table[],
  page: number,
  perPage: number,
): readonly Table[] {
  return tables.slice(page * perPage, (page + 1) * perPage);
}
