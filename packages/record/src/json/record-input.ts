import { type Seat, untouchedPlenary } from '@reportback/domain';
import type { RecordInput } from '../build-record.ts';
import type { Participant, WorkshopRecord } from '../record.ts';

/**
 * The values to make a recorded workshop again. `buildRecord` of them gives an equal record, so that an imported
 * workshop exported under the same attribution has the same canonical JSON. What a record does not hold, it
 * cannot give back: links, the join code, names that were withheld, whose voice was whose.
 */
export function inputOf(record: WorkshopRecord): RecordInput {
  const { workshop } = record;
  return {
    attribution: record.attribution,
    standing: record.standing,
    workshop: { ...workshop, agenda: { days: [...record.agenda], problems: [] } },
    sessions: record.sessions.map((session) => ({
      id: session.id,
      workshop: workshop.id,
      position: session.position,
      title: session.title,
      prompt: session.prompt,
      date: session.date,
      start: session.start,
      reportBack: session.reportBack,
      end: session.end,
      phase: session.phase,
      cardTemplate: session.cardTemplate,
      ...(session.tables && { tables: session.tables }),
    })),
    groups: record.groups.map((group) => ({ ...group, workshop: workshop.id })),
    seats: record.people.map((person) => ({
      id: person.id,
      workshop: workshop.id,
      name: person.name ?? '',
      citeAs: '',
      affiliation: person.affiliation,
      country: person.country,
      consent: person.consent,
      group: person.group,
      ...elsewhereOf(record, person),
    })),
    work: record.sessions.flatMap((session) =>
      session.groups.map((work) => ({ ...work, session: session.id })),
    ),
    plenaries: record.sessions.map(({ id, plenary }) => ({
      session: id,
      plenary: {
        ...untouchedPlenary,
        presentation: { ...untouchedPlenary.presentation, heard: plenary.heard },
        sameAs: plenary.sameAs,
        findings: plenary.findings.map((finding) => ({
          id: finding.id,
          name: finding.name,
          statement: finding.statement,
          points: finding.points,
        })),
        vote: plenary.vote,
        actions: plenary.actions,
      },
      voices: {
        reactions: plenary.reactions,
        votes: new Map(plenary.findings.map((finding) => [finding.id, finding.votes])),
      },
      note: plenary.note,
      citations: plenary.citations,
    })),
    // Nothing differs from itself: what was corrected before stays.
    baseline: record,
    handsOf: () => [],
  };
}

/** Where somebody sat in sessions in which it was not at their own table. */
function elsewhereOf({ sessions }: WorkshopRecord, person: Participant): Pick<Seat, 'elsewhere'> {
  const other = sessions.flatMap(({ id, groups }) => {
    const at = groups.find(({ people }) => people.includes(person.id))?.group;
    return at === undefined || at === person.group ? [] : [[id, at] as const];
  });
  return other.length === 0 ? {} : { elsewhere: Object.fromEntries(other) };
}
