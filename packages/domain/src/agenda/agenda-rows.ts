import type { AgendaDay, AgendaItem } from './agenda.ts';

/** The row with that line; null where there is none. */
export function rowAt(days: readonly AgendaDay[], line: number): PlacedRow | null {
  for (const { date, items } of days)
    for (const item of items) if (item.line === line) return { ...item, date: date ?? null };
  return null;
}

/** A row with its day, `YYYY-MM-DD`; null on a day without a date. */
export interface PlacedRow extends AgendaItem {
  readonly date: string | null;
}

/** A line that no row has. */
export function freeLine(days: readonly AgendaDay[]): number {
  return Math.max(0, ...days.flatMap(({ items }) => items.map(({ line }) => line))) + 1;
}

/**
 * With a row at its place, in the order of times: a new one, or another in place of the one with its line. Without a date
 * it stays on its day, and a new one comes to the last day.
 */
export function withRow(days: readonly AgendaDay[], row: PlacedRow): AgendaDay[] {
  const before = rowAt(days, row.line);
  const { date, ...item } = row;
  const staysOnItsDay = before !== null && (date === null || before.date === date);
  if (staysOnItsDay && before.start === row.start)
    return days.map((day) => ({
      ...day,
      items: day.items.map((each) => (each.line === row.line ? item : each)),
    }));
  const place = staysOnItsDay ? dayOf(days, row.line) : dayAt(days, date);
  if (place === -1) return withDay(withoutRow(days, row.line), date, item);
  const placed = days.map((day, index) => {
    const others = day.items.filter(({ line }) => line !== row.line);
    if (index !== place) return { ...day, items: others };
    const later = others.findIndex(({ start }) => start > row.start);
    return { ...day, items: others.toSpliced(later === -1 ? others.length : later, 0, item) };
  });
  return placed.filter(({ items }) => items.length > 0);
}

/** Without the row; a day that has none any more goes with it. */
export function withoutRow(days: readonly AgendaDay[], line: number): AgendaDay[] {
  return days
    .map((day) => ({ ...day, items: day.items.filter((each) => each.line !== line) }))
    .filter(({ items }) => items.length > 0);
}

function dayOf(days: readonly AgendaDay[], line: number): number {
  return days.findIndex(({ items }) => items.some((each) => each.line === line));
}

function dayAt(days: readonly AgendaDay[], date: string | null): number {
  return date === null ? days.length - 1 : days.findIndex((day) => day.date === date);
}

function withDay(days: readonly AgendaDay[], date: string | null, item: AgendaItem): AgendaDay[] {
  const day: AgendaDay = { ...(date !== null && { date }), items: [item] };
  const later = date === null ? -1 : days.findIndex((each) => (each.date ?? '') > date);
  return days.toSpliced(later === -1 ? days.length : later, 0, day);
}
