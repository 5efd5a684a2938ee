import {
  type AgendaView,
  type CardTemplate,
  type CreateRequest,
  parseGroupId,
  type SessionTables,
  sitsIn,
  tablesUnderIds,
} from '@reportback/domain';
import type { TableOfWorkshop } from '../session-tables/session-tables-fields.tsx';
import { placeIn } from './place-in.ts';
import { movedLines, reanchored, reanchoredKey } from './reanchor.ts';
import {
  agendaOf,
  type Corrections,
  noCorrections,
  type RowDay,
  rowsOf,
  sessionsOf,
} from './rows.ts';

/** A workshop in the making, as typed. */
export interface Draft {
  readonly agenda: string;
  /** What was corrected of the rows that were read, and added by hand. */
  readonly corrections: Corrections;
  /** Null while nobody typed one: the agenda's own counts then. */
  readonly title: string | null;
  /** Null while nobody typed one: what stands beside the agenda's date counts then. */
  readonly place: string | null;
  /** Null while nobody chose one: what the agenda says counts then. */
  readonly timeZone: string | null;
  readonly tables: number;
  /** One a line, in the order of the tables. */
  readonly tableNames: string;
  /** Whether sessions may have other tables than the workshop; what was set for them stays when they may not. */
  readonly tablesDiffer: boolean;
  /** By the key of their row; tables are told by their numbers. */
  readonly sessionTables: Readonly<Record<string, SessionTables>>;
  /** By the key of their row, as are the cards and the choices. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly cardTemplates: Readonly<Record<string, CardTemplate>>;
  /** What is to become of a report-back that has little time. */
  readonly choices: Readonly<Record<string, 'gallery' | 'keep'>>;
  readonly organizers: string;
  readonly funding: string;
  readonly licence: string;
}

export const emptyDraft: Draft = {
  agenda: '',
  corrections: noCorrections,
  title: null,
  place: null,
  timeZone: null,
  tables: 8,
  tableNames: '',
  tablesDiffer: false,
  sessionTables: {},
  prompts: {},
  cardTemplates: {},
  choices: {},
  organizers: '',
  funding: '',
  licence: '',
};

/** As many as a workshop may have. */
export const mostTables = 60;

/** Whether there is nothing yet that could be lost. */
export function isUntouched(draft: Draft): boolean {
  return draft.agenda.trim() === '' && draft.corrections.added.length === 0;
}

/** Another text of the agenda; what was noted about its lines goes with them. */
export function withAgenda(draft: Draft, agenda: string): Draft {
  const move = movedLines(draft.agenda, agenda);
  const { corrections } = draft;
  return {
    ...draft,
    agenda,
    corrections: {
      ...corrections,
      rows: reanchored(corrections.rows, move),
      removed: corrections.removed.flatMap((key) => reanchoredKey(key, move) ?? []),
    },
    sessionTables: reanchored(draft.sessionTables, move),
    prompts: reanchored(draft.prompts, move),
    cardTemplates: reanchored(draft.cardTemplates, move),
    choices: reanchored(draft.choices, move),
  };
}

/** The rows that the workshop is made of. */
export function daysOf(draft: Draft, view: AgendaView | null): readonly RowDay[] {
  return rowsOf(view?.agenda ?? null, draft.corrections);
}

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

/** As many characters as the name of a table may have. */
const longestName = 60;

/** A sentence on the first name that is too long for a table; null where none is. */
export function longName(draft: Pick<Draft, 'tableNames' | 'tables'>): string | null {
  const names = namesOf(draft);
  const index = names.findIndex((name) => name.length > longestName);
  const name = names[index];
  return name === undefined
    ? null
    : `The name of Table ${index + 1} has ${name.length} characters; up to ${longestName} fit on tents and screens. Shorten it.`;
}

/** The tables, each with its number for an id, as none is made yet. */
export function tablesOf(draft: Pick<Draft, 'tableNames' | 'tables'>): readonly TableOfWorkshop[] {
  const names = namesOf(draft);
  return Array.from({ length: draft.tables }, (_, index) => ({
    id: parseGroupId(String(index + 1)),
    number: index + 1,
    name: names[index] ?? '',
  }));
}

/** How the tables of a session differ from the workshop's, as far as those are there. */
export function tablesOfSession(
  { tables, tablesDiffer, sessionTables }: Pick<Draft, 'tables' | 'tablesDiffer' | 'sessionTables'>,
  key: string,
): { readonly tables?: SessionTables } {
  const own = sessionTables[key];
  return own === undefined || !tablesDiffer
    ? {}
    : tablesUnderIds({ tables: own }, (id) => (Number(id) <= tables ? id : undefined));
}

/** How many tables report back in a session. */
export function tableCountIn(
  draft: Pick<Draft, 'tableNames' | 'tables' | 'tablesDiffer' | 'sessionTables'>,
  key: string,
): number {
  const own = tablesOfSession(draft, key);
  return tablesOf(draft).filter(({ id }) => sitsIn(id, own)).length;
}

/** The workshop's title: the agenda's own until somebody types one. */
export function titleOf(draft: Draft, view: AgendaView | null): string {
  return (draft.title ?? view?.agenda.title ?? '').trim();
}

/** Where it takes place: as the agenda has it until somebody types. */
export function placeOf(draft: Draft): string {
  return (draft.place ?? placeIn(draft.agenda)).trim();
}

/** The workshop's time zone: the agenda's own until somebody chooses one. */
export function zoneOf(draft: Draft, view: AgendaView | null): string {
  return draft.timeZone ?? view?.timeZone ?? '';
}

/** What the server is asked to make: the rows as they stand in the timeline, whatever the text says. */
export function requestOf(draft: Draft, view: AgendaView | null): CreateRequest {
  const rows = daysOf(draft, view);
  const { days, lineOf } = agendaOf(rows);
  const sessions = sessionsOf(rows).map(({ key }) => ({ key, line: lineOf.get(key) ?? 0 }));
  const prompts = sessions.flatMap(({ key, line }) => {
    const prompt = draft.prompts[key]?.trim() ?? '';
    return prompt === '' ? [] : [[line, prompt] as const];
  });
  const cardTemplates = sessions.flatMap(({ key, line }) => {
    const template = draft.cardTemplates[key];
    return template === undefined ? [] : [[line, template] as const];
  });
  const sessionTables = sessions.flatMap(({ key, line }) => {
    const { tables } = tablesOfSession(draft, key);
    return tables === undefined ? [] : [[line, tables] as const];
  });
  const galleries = sessions
    .filter(({ key }) => draft.choices[key] === 'gallery')
    .map(({ line }) => line);
  return {
    agenda: '',
    days,
    title: titleOf(draft, view),
    timeZone: zoneOf(draft, view),
    place: placeOf(draft),
    tables: draft.tables,
    tableNames: namesOf(draft),
    prompts: Object.fromEntries(prompts),
    cardTemplates: Object.fromEntries(cardTemplates),
    sessionTables: Object.fromEntries(sessionTables),
    galleries,
    organizers: draft.organizers.trim(),
    funding: draft.funding.trim(),
    licence: draft.licence.trim(),
  };
}
