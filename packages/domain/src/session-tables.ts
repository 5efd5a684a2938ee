import type { GroupId } from './ids.ts';

/** How the tables of one session differ from those of its workshop. */
export interface SessionTables {
  /** The tables that do not sit in it. What they have written there stays. */
  readonly out: readonly GroupId[];
  /** Other names, for this session alone, by the ids of their tables. */
  readonly names: Readonly<Record<GroupId, string>>;
}

interface OfSession {
  readonly tables?: SessionTables;
}

/** As a session holds it: nothing where its tables are those of the workshop. */
export function sessionTables(tables: SessionTables | null): { readonly tables?: SessionTables } {
  if (tables === null || (tables.out.length === 0 && Object.keys(tables.names).length === 0))
    return {};
  return { tables };
}

/** Whether a table sits in a session; the plenary, which is no table, does in each. */
export function sitsIn(group: GroupId, { tables }: OfSession): boolean {
  return !(tables?.out.includes(group) ?? false);
}

/** A table by the name that it has in a session. */
export function namedIn<Table extends { readonly id: GroupId; readonly name: string }>(
  group: Table,
  { tables }: OfSession,
): Table {
  const name = tables?.names[group.id];
  return name === undefined ? group : { ...group, name };
}

/** The tables that sit in a session, by their names there, in the order of `groups`: all of a workshop. */
export function tablesIn<Table extends { readonly id: GroupId; readonly name: string }>(
  groups: readonly Table[],
  session: OfSession,
): readonly Table[] {
  return groups.filter(({ id }) => sitsIn(id, session)).map((group) => namedIn(group, session));
}

/** The sessions in which a table sits, each with the name that it has there where that is another one. */
export function sessionsAt<Round extends OfSession>(
  group: { readonly id: GroupId; readonly name: string },
  sessions: readonly Round[],
): readonly { readonly session: Round; readonly otherName: string | null }[] {
  return sessions
    .filter((session) => sitsIn(group.id, session))
    .map((session) => {
      const { name } = namedIn(group, session);
      return { session, otherName: name === group.name ? null : name };
    });
}

/** The same for tables that go by other ids; one without a new id is dropped. */
export function tablesUnderIds(
  { tables }: OfSession,
  idOf: (group: GroupId) => GroupId | undefined,
): { readonly tables?: SessionTables } {
  if (tables === undefined) return {};
  const names = Object.entries(tables.names).flatMap(([group, name]) => {
    const id = idOf(group as GroupId);
    return id === undefined ? [] : [[id, name] as const];
  });
  return sessionTables({
    out: tables.out.flatMap((group) => idOf(group) ?? []),
    names: Object.fromEntries(names),
  });
}
