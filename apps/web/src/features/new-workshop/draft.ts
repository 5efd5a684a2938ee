import type { CreateRequest } from '@reportback/domain';

/** A workshop in the making, as typed. */
export interface Draft {
  readonly agenda: string;
  /** Null while nobody typed one: the agenda's own counts then. */
  readonly title: string | null;
  readonly place: string;
  /** Null while nobody chose one: what the agenda says counts then. */
  readonly timeZone: string | null;
  readonly tables: number;
  /** One a line, in the order of the tables. */
  readonly tableNames: string;
  /** By the agenda line of their breakout. */
  readonly prompts: Readonly<Record<number, string>>;
}

export const emptyDraft: Draft = {
  agenda: '',
  title: null,
  place: '',
  timeZone: null,
  tables: 8,
  tableNames: '',
  prompts: {},
};

/** As many as a workshop may have. */
export const mostTables = 60;

/** The names as the tables get them; what is beyond the last table is left out. */
export function namesOf({
  tableNames,
  tables,
}: Pick<Draft, 'tableNames' | 'tables'>): readonly string[] {
  return tableNames
    .split('\n')
    .slice(0, tables)
    .map((name) => name.trim());
}

/** What the server is asked to make. Prompts of rows that the agenda has no longer are left out. */
export function requestOf(draft: Draft, breakoutLines: readonly number[]): CreateRequest {
  const prompts = Object.fromEntries(
    breakoutLines.flatMap((line) => {
      const prompt = draft.prompts[line]?.trim() ?? '';
      return prompt === '' ? [] : [[line, prompt]];
    }),
  );
  const title = draft.title?.trim() ?? '';
  return {
    agenda: draft.agenda,
    ...(title !== '' && { title }),
    ...(draft.place.trim() !== '' && { place: draft.place.trim() }),
    ...(draft.timeZone !== null && draft.timeZone !== '' && { timeZone: draft.timeZone }),
    tables: draft.tables,
    tableNames: namesOf(draft),
    prompts,
  };
}
