import {
  type Block,
  type Group,
  type GroupId,
  type Inline,
  parseActionId,
  parseBlockId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type Seat,
  type Session,
  untouchedPlenary,
  usualTemplate,
} from '@reportback/domain';
import {
  buildRecord,
  type PlenaryInput,
  type RecordInput,
  untouchedRecord,
  type WorkInput,
  type WorkshopRecord,
} from '@reportback/record';
import { Random } from '@reportback/sync/testing';

const peopleATable = 8;
const pointsACard = 4;
const findingsASession = 12;
const vocabulary =
  'the we of to and queue data people time tools license version file shared grant needs training who waits pilot site'.split(
    ' ',
  );

/** The record of a large conference: so many tables full of people, who wrote two pages each in each session. */
export function largeEvent(tables: number, sessionCount: number, seed: number): WorkshopRecord {
  const random = new Random(seed);
  const workshop = parseWorkshopId('large-event');
  const groups = numbered(tables, (number): Group => {
    return { id: parseGroupId(`table-${number}`), workshop, number, name: '' };
  });
  const sessions = numbered(sessionCount, (position): Session => {
    return {
      id: parseSessionId(`session-${position}`),
      workshop,
      position,
      title: `Session ${position}`,
      prompt: words(random, 20),
      cardTemplate: usualTemplate,
      date: '2026-05-12',
      start: '09:00',
      reportBack: null,
      end: null,
      phase: 'report-back',
    };
  });
  const input: RecordInput = {
    ...untouchedRecord,
    attribution: 'by-name',
    workshop: {
      id: workshop,
      title: 'A large conference',
      place: 'Ghent',
      timeZone: 'Europe/Brussels',
      agenda: { days: [], problems: [] },
      organizers: 'Ines Organa (Port Authority)',
      funding: '',
      licence: 'CC BY 4.0',
      disclaimer: null,
      othersReadable: true,
      createdAt: 1_778_000_000_000,
    },
    sessions,
    groups,
    seats: groups.flatMap(({ id, number }) =>
      numbered(peopleATable, (seat) => person(`${number}-${seat}`, workshop, id)),
    ),
    work: sessions.flatMap((session) => groups.map((group) => written(session, group, random))),
    plenaries: sessions.map((session) => discussed(session, groups, random)),
  };
  return buildRecord(input);
}

function person(number: string, workshop: Seat['workshop'], group: GroupId): Seat {
  const name = `Person ${number}`;
  return {
    id: parseSeatId(`seat-${number}`),
    workshop,
    name,
    citeAs: name,
    affiliation: `University ${number.length}`,
    country: 'Belgium',
    group,
    consent: true,
  };
}

function written(
  { id: session }: Session,
  { id: group, number }: Group,
  random: Random,
): WorkInput {
  const blockId = (block: number) => parseBlockId(`b${block}`);
  const paragraph = (block: number): Block => {
    return { kind: 'paragraph', id: blockId(block), content: text(words(random, 40)) };
  };
  const list = (block: number): Block => {
    const item = { blocks: [paragraph(block)] };
    return { kind: 'bullet-list', items: [item, item, item].map((each) => ({ ...each })) };
  };
  return {
    session,
    group,
    people: null,
    signedOff: null,
    card: {
      headline: text(words(random, 8)),
      points: numbered(pointsACard, (point) => ({
        id: pointOf(session, number, point),
        text: text(words(random, 12)),
        source: blockId(point),
      })),
      ask: text(words(random, 8)),
      dissent: text(words(random, 10)),
      reporter: parseSeatId(`seat-${number}-1`),
      scribe: parseSeatId(`seat-${number}-2`),
      ready: true,
    },
    note: numbered(16, (block) => (block % 4 === 0 ? list(block) : paragraph(block))),
  };
}

function discussed(
  { id: session }: Session,
  groups: readonly Group[],
  random: Random,
): PlenaryInput {
  const findings = numbered(findingsASession, (number) => ({
    id: parseFindingId(`${session}-finding-${number}`),
    name: words(random, 4),
    statement: words(random, 20),
    // Every other point is in one of the findings.
    points: groups
      .filter((group) => group.number % findingsASession === number - 1)
      .flatMap((group) => [1, 2].map((point) => pointOf(session, group.number, point))),
  }));
  return {
    session,
    plenary: {
      ...untouchedPlenary,
      findings,
      vote: { is: 'closed', perSeat: 3 },
      actions: numbered(6, (number) => ({
        id: parseActionId(`${session}-action-${number}`),
        text: words(random, 10),
        owner: `Person ${number}-1`,
        due: '2026-06-01',
      })),
    },
    voices: {
      votes: new Map(findings.map(({ id }) => [id, random.below(200)])),
      reactions: groups.map(({ id, number }) => ({
        point: pointOf(session, number, 1),
        usToo: random.below(40),
        questions: [{ group: id, text: words(random, 8) }],
        objections: [],
      })),
    },
    note: numbered(6, () => ({ kind: 'paragraph', id: null, content: text(words(random, 40)) })),
    citations: [],
  };
}

function pointOf(session: string, table: number, point: number) {
  return parsePointId(`${session}-point-${table}-${point}`);
}

function words(random: Random, count: number): string {
  return numbered(count, () => random.pick(vocabulary)).join(' ');
}

function text(content: string): readonly Inline[] {
  return [{ kind: 'text', text: content, marks: [] }];
}

function numbered<Made>(count: number, make: (number: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
