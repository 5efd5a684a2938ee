import type { FirstContent } from '@reportback/document/first-update';
import {
  type GroupId,
  newId,
  type PlenaryCommand,
  type PlenaryStore,
  parseActionId,
  parseCommandId,
  parseFindingId,
  parsePointId,
  plenaryGroup,
  type Seat,
  type SessionId,
} from '@reportback/domain';
import type { GroupDocuments } from '../workshops/group-documents.ts';
import type { Making } from '../workshops/new-workshop.ts';
import type { WorkshopDay } from './workshop-day.ts';

/** What the room made of a session's cards, with the example's people and tables by their names in its files. */
export interface ExamplePlenary {
  readonly session: SessionId;
  readonly said: WorkshopDay['sessions'][number]['plenary'];
  readonly seats: ReadonlyMap<string, Seat>;
  readonly groups: ReadonlyMap<string, GroupId>;
  /** Whose card each point stands on. */
  readonly tableOf: ReadonlyMap<string, GroupId>;
}

export interface PlenaryMaking extends Making {
  readonly plenaries: PlenaryStore;
}

/** Who the steps of the example are by: nobody's seat. */
const exampleActor = 'example';

/** Findings, their votes, what people said to points, actions and the note. Nobody has reported yet. */
export async function makeExamplePlenary(
  { plenaries, clock, random }: PlenaryMaking,
  documents: GroupDocuments,
  example: ExamplePlenary,
): Promise<void> {
  const { session, said } = example;
  await documents.make(session, plenaryGroup, { note: said.note, card: noCard });
  for (const command of commandsOf(example))
    await plenaries.append(session, {
      id: parseCommandId(newId(random)),
      at: clock.wallTime(),
      by: exampleActor,
      did: { is: 'plenary', command },
    });
  await react(plenaries, clock.wallTime(), example);
  await vote(plenaries, example);
}

const noCard: FirstContent['card'] = {
  headline: '',
  points: [],
  ask: '',
  dissent: '',
  reporter: null,
  scribe: null,
};

function commandsOf({ said, seats }: ExamplePlenary): readonly PlenaryCommand[] {
  return [
    ...said.findings.flatMap(({ id, name, statement, points }): PlenaryCommand[] => {
      const finding = parseFindingId(id);
      return [
        { is: 'make-finding', finding, name, points: points.map(parsePointId) },
        { is: 'state-finding', finding, statement },
      ];
    }),
    { is: 'open-vote', perSeat: votesEach(said, seats.size), live: false },
    { is: 'close-vote' },
    ...said.actions.map(
      ({ id, text, owner, due }): PlenaryCommand => ({
        is: 'put-action',
        action: {
          id: parseActionId(id),
          text,
          owner: owner === null ? '' : (seats.get(owner)?.name ?? ''),
          due: due ?? '',
        },
      }),
    ),
  ];
}

/** How many votes each seat needs so that all are given, one for a finding at most. */
function votesEach({ findings }: ExamplePlenary['said'], seats: number): number {
  return Math.ceil(findings.reduce((all, { votes }) => all + votes, 0) / seats);
}

/** The files count “us too”; people of other tables are taken in turn to have said it. */
async function react(
  plenaries: PlenaryStore,
  at: number,
  { session, said, seats, groups, tableOf }: ExamplePlenary,
): Promise<void> {
  const people = [...seats.values()];
  for (const { point, usToo, questions, objections } of said.reactions) {
    const group = tableOf.get(point);
    if (group === undefined) throw new Error(`The example has no point “${point}”.`);
    const about = { point: parsePointId(point), group, at };
    for (const { id: seat } of people.filter((one) => one.group !== group).slice(0, usToo))
      await plenaries.putReaction(session, { ...about, seat, kind: 'us-too', text: '' });
    const remarks = [
      ...questions.map((one) => ({ ...one, kind: 'question' as const })),
      ...objections.map((one) => ({ ...one, kind: 'objection' as const })),
    ];
    for (const { table, text, kind } of remarks) {
      const speaker = people.find((one) => one.group === groups.get(table));
      if (speaker !== undefined)
        await plenaries.putReaction(session, { ...about, seat: speaker.id, kind, text });
    }
  }
}

/** The files count votes; they are dealt to the seats in turn. */
async function vote(
  plenaries: PlenaryStore,
  { session, said, seats }: ExamplePlenary,
): Promise<void> {
  const people = [...seats.values()];
  const findings = said.findings.map(({ id }) => parseFindingId(id));
  const limit = { perSeat: votesEach(said, people.length), findings };
  let next = 0;
  for (const { id, votes } of said.findings)
    for (let given = 0; given < votes; given += 1) {
      const voter = people[next % people.length];
      next += 1;
      if (voter !== undefined)
        await plenaries.putVotes(
          session,
          { finding: parseFindingId(id), seat: voter.id, votes: 1 },
          limit,
        );
    }
}
