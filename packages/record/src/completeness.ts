import {
  type GroupId,
  type MissingFromCard,
  missingFromCard,
  type SessionId,
} from '@reportback/domain';
import { type GroupWork, isEmpty, type RecordedSession, type WorkshopRecord } from './record.ts';

/** What a table can still fill in, in the order in which it is asked for. */
export type Missing = 'note' | MissingFromCard | 'people';

/** How far one group's part of one session is. */
export interface CardCompleteness {
  readonly session: SessionId;
  readonly group: GroupId;
  readonly state: 'complete' | 'gaps' | 'empty';
  /** What is missing; for an empty one everything. */
  readonly missing: readonly Missing[];
  /** The group said that its card is done. */
  readonly ready: boolean;
  /** It stands by the card as it is. */
  readonly signedOff: boolean;
  readonly points: number;
  readonly people: number;
  /** How many of the people agreed to be named. */
  readonly consented: number;
}

export interface Completeness {
  /** Session by session, in each the groups by number. */
  readonly cards: readonly CardCompleteness[];
  readonly complete: number;
  readonly gaps: number;
  readonly empty: number;
}

/**
 * What the record still lacks, table by table and session by session. Under the attribution `none` people
 * and reporters are not known, so they are not missed.
 */
export function completeness(record: WorkshopRecord): Completeness {
  const consenting = new Set(
    record.people.filter((person) => person.consent).map((person) => person.id),
  );
  const cards = record.sessions.flatMap((session) =>
    session.groups.map((work): CardCompleteness => {
      const missing = missingFrom(session, work, record.attribution === 'none');
      return {
        session: session.id,
        group: work.group,
        state: isEmpty(work) ? 'empty' : missing.length === 0 ? 'complete' : 'gaps',
        missing,
        ready: work.card.ready,
        signedOff: work.signedOff !== null,
        points: work.card.points.length,
        people: work.people.length,
        consented: work.people.filter((seat) => consenting.has(seat)).length,
      };
    }),
  );
  const count = (state: CardCompleteness['state']): number =>
    cards.filter((card) => card.state === state).length;
  return { cards, complete: count('complete'), gaps: count('gaps'), empty: count('empty') };
}

function missingFrom(
  { cardTemplate }: RecordedSession,
  work: GroupWork,
  peopleWithheld: boolean,
): readonly Missing[] {
  const missing: Missing[] = work.note.length === 0 ? ['note'] : [];
  missing.push(...missingFromCard(work.card, cardTemplate));
  if (work.people.length === 0) missing.push('people');
  return peopleWithheld
    ? missing.filter((each) => each !== 'people' && each !== 'reporter')
    : missing;
}
