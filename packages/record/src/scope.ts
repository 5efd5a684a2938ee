import type { GroupId, SessionId } from '@reportback/domain';
import { withoutDangling } from './dangling.ts';
import type { RecordedSession, WorkshopRecord } from './record.ts';

/** Which part of a record an export tells: both null is the event; a group alone is that table in all sessions. */
export interface Scope {
  readonly session: SessionId | null;
  readonly group: GroupId | null;
}

export const wholeEvent: Scope = { session: null, group: null };

/** A part that the record does not hold, or may not tell apart. Its message can be shown. */
export class NotInRecord extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotInRecord';
  }
}

/**
 * The sessions of the record that a scope covers, each with only the groups it covers.
 * @throws NotInRecord for an unknown session or group, and for a single group where tables are withheld
 */
export function sessionsIn(record: WorkshopRecord, scope: Scope): readonly RecordedSession[] {
  const { session, group } = scope;
  const sessions = record.sessions.filter((each) => session === null || each.id === session);
  if (session !== null && sessions.length === 0)
    throw new NotInRecord(`This workshop has no session “${session}”. Choose one of its sessions.`);
  if (group === null) return sessions;
  if (record.attribution === 'none')
    throw new NotInRecord(
      'Names and tables are withheld in this workshop, so one table cannot be exported alone. Export the session or the event.',
    );
  if (!record.groups.some((each) => each.id === group))
    throw new NotInRecord(`This workshop has no table “${group}”. Choose one of its tables.`);
  return sessions.map((each) => ({
    ...each,
    groups: each.groups.filter((work) => work.group === group),
  }));
}

/**
 * The record with only what a scope covers: its sessions and groups, and the people of its groups.
 * @throws NotInRecord for an unknown session or group, and for a single group where tables are withheld
 */
export function restricted(record: WorkshopRecord, scope: Scope): WorkshopRecord {
  const sessions = sessionsIn(record, scope);
  const { group } = scope;
  if (group === null)
    return scope.session === null ? record : withoutDangling({ ...record, sessions });
  const works = sessions.flatMap((each) => each.groups);
  const present = new Set(
    works.flatMap(({ people, card }) => [...people, card.reporter, card.scribe]),
  );
  return withoutDangling({
    ...record,
    people: record.people.filter((person) => person.group === group || present.has(person.id)),
    groups: record.groups.filter((each) => each.id === group),
    sessions,
  });
}
