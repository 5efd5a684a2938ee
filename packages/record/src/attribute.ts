import {
  type GroupId,
  type PointId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  sessionTables,
  unreachable,
} from '@reportback/domain';
import {
  type Attribution,
  type Correction,
  type GroupWork,
  isEmpty,
  type Participant,
  type RecordedGroup,
  type RecordedPlenary,
  type RecordedSession,
  type WorkshopRecord,
} from './record.ts';

/** From the one that tells most to the one that tells least. */
const strictness: Readonly<Record<Attribution, number>> = { 'by-name': 0, 'by-table': 1, none: 2 };

/**
 * The record with no more in it than the policy lets be known. A stricter record stays as strict as it
 * is: what was withheld cannot come back. Free text is left as it was written; `namesInText` finds
 * names in it.
 *
 * `by-table` withholds names, affiliations and countries. `none` also cuts the ties between people, tables
 * and what was said: each session's cards are told in the order of their words, under ids and
 * numbers made anew, so that one table cannot be followed through the sessions.
 */
export function attribute(record: WorkshopRecord, policy: Attribution): WorkshopRecord {
  if (strictness[policy] <= strictness[record.attribution]) return record;
  switch (policy) {
    case 'by-name':
      return record;
    case 'by-table':
      return withoutNames(record);
    case 'none':
      return withoutTables(withoutNames(record));
    default:
      return unreachable(policy);
  }
}

function withoutNames(record: WorkshopRecord): WorkshopRecord {
  return {
    ...record,
    attribution: 'by-table',
    people: record.people.map((person) => ({
      ...person,
      name: null,
      affiliation: '',
      country: '',
    })),
    sessions: record.sessions.map((session) => ({
      ...session,
      groups: session.groups.map((work) => ({
        ...work,
        signedOff: work.signedOff === null ? null : { ...work.signedOff, by: null },
      })),
      plenary: {
        ...session.plenary,
        actions: session.plenary.actions.map((action) => ({ ...action, owner: '' })),
      },
    })),
    corrections: record.corrections.map(withoutPeople),
  };
}

/** What somebody took out may be a name, and so may a reporter's new one. */
function withoutPeople(correction: Correction): Correction {
  const after = correction.part === 'reporter' || correction.part === 'actions';
  return { ...correction, before: [], ...(after && { after: [] }), by: [] };
}

function withoutTables(record: WorkshopRecord): WorkshopRecord {
  const groups = record.groups.map(
    (_, index): RecordedGroup => ({ id: cardId(index), number: index + 1, name: '' }),
  );
  const shuffled = record.sessions.map((session) => byWords(session.groups));
  const newPoints = new Map<PointId, PointId>();
  shuffled.forEach((works, session) => {
    works.forEach((work, group) => {
      work.card.points.forEach((point, index) => {
        newPoints.set(point.id, parsePointId(`p-${session + 1}-${group + 1}-${index + 1}`));
      });
    });
  });
  return {
    ...record,
    attribution: 'none',
    people: record.people.map(
      (_, index): Participant => ({
        id: parseSeatId(`person-${String(index + 1).padStart(4, '0')}`),
        name: null,
        affiliation: '',
        country: '',
        group: null,
        consent: false,
      }),
    ),
    groups,
    sessions: record.sessions.map((told, index): RecordedSession => {
      const { tables: _, ...session } = told;
      const works = shuffled[index] ?? [];
      // Which tables were left out would tell tables apart; that some were has to stay.
      const out = groups.slice(works.length).map(({ id }) => id);
      return {
        ...session,
        ...sessionTables({ out, names: {} }),
        groups: works.map((work, group) => anonymousWork(work, cardId(group), newPoints)),
        plenary: anonymousPlenary(session.plenary, newPoints),
      };
    }),
    corrections: record.corrections
      .map((each) => ({ ...each, group: null, at: null }))
      .toSorted((a, b) => compare(correctionKey(a), correctionKey(b))),
  };
}

/** An order that tells nothing of the tables: a session's corrections by part and words. */
function correctionKey({ session, part, after }: Correction): string {
  return JSON.stringify([session, part, after]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function cardId(index: number): GroupId {
  return parseGroupId(`card-${index + 1}`);
}

/** Cards in the order of their words, those with none last: an order that tells nothing of the tables. */
function byWords(works: readonly GroupWork[]): readonly GroupWork[] {
  const words = ({ card, note }: GroupWork): string =>
    JSON.stringify(
      [isEmpty({ card, note }), card.headline, card.points, card.ask, card.dissent, note],
      (key, value: unknown) => (key === 'id' || key === 'source' ? undefined : value),
    );
  return works
    .map((work) => ({ work, words: words(work) }))
    .toSorted((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))
    .map(({ work }) => work);
}

function anonymousWork(
  work: GroupWork,
  group: GroupId,
  points: ReadonlyMap<PointId, PointId>,
): GroupWork {
  return {
    group,
    people: [],
    card: {
      ...work.card,
      points: work.card.points.map((point) => ({ ...point, id: renamed(points, point.id) })),
      reporter: null,
      scribe: null,
    },
    signedOff: null,
    note: work.note,
  };
}

function anonymousPlenary(
  plenary: RecordedPlenary,
  points: ReadonlyMap<PointId, PointId>,
): RecordedPlenary {
  return {
    ...plenary,
    heard: [],
    sameAs: plenary.sameAs
      .map(({ point, same }) => ({ point: renamed(points, point), same: renamed(points, same) }))
      .toSorted((a, b) => (a.point < b.point ? -1 : 1)),
    findings: plenary.findings.map((finding) => ({
      ...finding,
      points: finding.points.map((point) => renamed(points, point)),
    })),
    reactions: plenary.reactions
      .map((reaction) => ({
        ...reaction,
        point: renamed(points, reaction.point),
        questions: reaction.questions.map((each) => ({ ...each, group: null })),
        objections: reaction.objections.map((each) => ({ ...each, group: null })),
      }))
      .toSorted((a, b) => (a.point < b.point ? -1 : 1)),
    citations: plenary.citations.map((each) => ({ ...each, point: renamed(points, each.point) })),
  };
}

function renamed(points: ReadonlyMap<PointId, PointId>, id: PointId): PointId {
  const name = points.get(id);
  if (name === undefined) throw new Error(`The record refers to a point “${id}” that it lacks.`);
  return name;
}
