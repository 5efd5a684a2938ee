import type { AgendaKind, AgendaRowRequest } from '@reportback/domain';

/** What a form for a row of the agenda holds: a day or an end that there is not is an empty text. */
export interface RowValues {
  readonly title: string;
  readonly kind: AgendaKind;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** As the server has it. */
export function asRow(values: RowValues): AgendaRowRequest;
export function asRow(values: Partial<RowValues>): Partial<AgendaRowRequest>;
export function asRow({ date, end, ...same }: Partial<RowValues>): Partial<AgendaRowRequest> {
  return {
    ...same,
    ...(date !== undefined && { date: date || null }),
    ...(end !== undefined && { end: end || null }),
  };
}
