import {
  type Agenda,
  type AgendaDay,
  type AgendaItem,
  type AgendaKind,
  type Contradiction,
  contradictionsIn,
} from '@reportback/domain';

/** What can be corrected of a row. */
export type RowValues = Pick<AgendaItem, 'start' | 'end' | 'title' | 'kind' | 'reportBack'>;

/** A row of the timeline: as the agenda's text has it, as somebody corrected it, or written by hand. */
export interface Row extends RowValues {
  /** The same for as long as the row is there. */
  readonly key: string;
  /** Where it stands in the text, from 1; null for one that was written by hand. */
  readonly line: number | null;
}

export interface RowDay {
  readonly date: string | null;
  readonly rows: readonly Row[];
}

/** What somebody made of the rows that were read. It is kept beside the text, so that either can change. */
export interface Corrections {
  readonly rows: Readonly<Record<string, Partial<RowValues>>>;
  readonly removed: readonly string[];
  readonly added: readonly (RowValues & { readonly key: string; readonly day: number })[];
  /** By the day's place, from 0. */
  readonly dates: Readonly<Record<number, string>>;
}

export const noCorrections: Corrections = { rows: {}, removed: [], added: [], dates: {} };

/** The rows as they are after all corrections, in the order of their times; at least one day. */
export function rowsOf(agenda: Agenda | null, corrections: Corrections): readonly RowDay[] {
  const days: readonly AgendaDay[] = agenda === null ? [] : agenda.days;
  const read = days.length === 0 ? [{ items: [] }] : days;
  const beforeOn = new Map<number, number>();
  const keyOf = ({ line }: AgendaItem) => {
    const before = beforeOn.get(line) ?? 0;
    beforeOn.set(line, before + 1);
    return before === 0 ? `${line}` : `${line}+${before}`;
  };
  return read.map(({ date, items }: AgendaDay, index) => {
    const rows: readonly Row[] = items.map((item) => {
      const key = keyOf(item);
      return { ...item, ...corrections.rows[key], key, line: item.line };
    });
    const added = corrections.added
      .filter(({ day }) => Math.min(day, read.length - 1) === index)
      .map((row) => ({ ...row, ...corrections.rows[row.key], line: null }));
    const kept = [...rows, ...added].filter(({ key }) => !corrections.removed.includes(key));
    return {
      date: corrections.dates[index] ?? date ?? null,
      rows: corrections === noCorrections ? kept : inOrder(kept),
    };
  });
}

/** By their starts; of two that start at once the longer first, as a heading stands over what it holds. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted(
    (one, other) =>
      one.start.localeCompare(other.start) || (other.end ?? '').localeCompare(one.end ?? ''),
  );
}

/** What can be put in place of a row that is being corrected. */
export function withRow(
  corrections: Corrections,
  key: string,
  change: Partial<RowValues>,
): Corrections {
  const before = corrections.rows[key];
  return { ...corrections, rows: { ...corrections.rows, [key]: { ...before, ...change } } };
}

/** Another row, after the last of its day: as long as a coffee break, until somebody says otherwise. */
export function withNewRow(
  corrections: Corrections,
  {
    day,
    rows,
    kind,
  }: { readonly day: number; readonly rows: readonly Row[]; readonly kind: AgendaKind },
): { readonly corrections: Corrections; readonly key: string } {
  const start = rows.at(-1)?.end ?? later(rows.at(-1)?.start ?? '08:30', 30);
  const key = `hand-${corrections.added.length + 1}`;
  const row = { key, day, start, end: later(start, 30), title: '', kind, reportBack: null };
  return { corrections: { ...corrections, added: [...corrections.added, row] }, key };
}

/** A local time some minutes later, on the same day. */
export function later(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const all = Math.min(23 * 60 + 59, Math.max(0, hours * 60 + rest + minutes));
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

/** The rows in which people work in small groups, in order. */
export function sessionsOf(days: readonly RowDay[]): readonly Row[] {
  return days.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'breakout'));
}

/** The days as the server takes them; each row gets a number of its own, and `lineOf` says which. */
export function agendaOf(days: readonly RowDay[]): {
  readonly days: readonly AgendaDay[];
  readonly lineOf: ReadonlyMap<string, number>;
} {
  const keys = days.flatMap(({ rows }) => rows.map(({ key }) => key));
  const lineOf = new Map(keys.map((key, index) => [key, index + 1]));
  return {
    days: days.map(({ date, rows }) => ({
      ...(date !== null && { date }),
      items: rows.map(({ key, start, end, title, kind, reportBack }) => ({
        line: lineOf.get(key) ?? 0,
        start,
        end,
        title: title.trim(),
        kind,
        reportBack: kind === 'breakout' ? reportBack : null,
      })),
    })),
    lineOf,
  };
}

/** What the rows say against themselves and each other, by their keys. */
export function contradictionsOf(
  days: readonly RowDay[],
): ReadonlyMap<string, readonly Contradiction[]> {
  const { days: numbered, lineOf } = agendaOf(days);
  const keyOf = new Map([...lineOf].map(([key, line]) => [line, key]));
  return Map.groupBy(contradictionsIn(numbered), ({ line }) => keyOf.get(line) ?? '');
}
