import {
  type Block,
  type Group,
  type Inline,
  type ListItem,
  type Mark,
  parseActionId,
  parseBlockId,
  parseFindingId,
  parseGroupId,
  parsePointId,
  parseSeatId,
  parseSessionId,
  parseWorkshopId,
  type ReportCard,
  type Seat,
  type Session,
  untouchedPlenary,
  usualTemplate,
} from '@reportback/domain';
import { type RecordInput, untouchedRecord, type WorkInput } from '../build-record.ts';
import { emptyCard } from '../record.ts';
import { noVoices } from '../voices.ts';

export function text(words: string, ...marks: readonly Mark[]): Inline {
  return { kind: 'text', text: words, marks };
}

export function paragraph(words: string, id: string | null = null): Block {
  return {
    kind: 'paragraph',
    id: id === null ? null : parseBlockId(id),
    content: [text(words)],
  };
}

export function item(...blocks: readonly Block[]): ListItem {
  return { blocks };
}

const workshop = parseWorkshopId('harbour');
const table = {
  gulls: parseGroupId('gulls'),
  terns: parseGroupId('terns'),
  silent: parseGroupId('silent'),
};
export const seat = {
  ada: parseSeatId('seat-ada'),
  bo: parseSeatId('seat-bo'),
  mei: parseSeatId('seat-mei'),
  sami: parseSeatId('seat-sami'),
  shy: parseSeatId('seat-shy'),
};
const morning = parseSessionId('morning');
const afternoon = parseSessionId('afternoon');
const point = {
  queue: parsePointId('point-queue'),
  logs: parsePointId('point-logs'),
  people: parsePointId('point-people'),
  store: parsePointId('point-store'),
};

const finding = { less: parseFindingId('f-less'), most: parseFindingId('f-most') };

const groups: readonly Group[] = [
  { id: table.silent, workshop, number: 3, name: '' },
  { id: table.gulls, workshop, number: 1, name: 'Gulls' },
  { id: table.terns, workshop, number: 2, name: 'Terns & <b>co</b>' },
];

const seats: readonly Seat[] = [
  person(seat.ada, 'Adaeze Umarova', 'A. Umarova', 'Harbour University', 'Nigeria', table.gulls),
  person(seat.bo, 'Bo Lindqvist', '', 'Institute of Tides', 'Sweden', table.gulls),
  person(seat.mei, '梅 桜子', 'Sakurako Mei', 'Harbour University', 'Japan', table.terns),
  person(seat.sami, 'سامي حداد', 'سامي حداد', 'جامعة الميناء', 'Lebanon', table.terns),
  {
    ...person(seat.shy, 'Wilhelmina Secretova', '', 'Hidden Labs', 'Atlantis', table.terns),
    consent: false,
  },
];

function person(
  id: Seat['id'],
  name: string,
  citeAs: string,
  affiliation: string,
  country: string,
  group: Seat['group'],
): Seat {
  return { id, workshop, name, citeAs, affiliation, country, group, consent: true };
}

const sessions: readonly Session[] = [
  {
    id: afternoon,
    workshop,
    position: 2,
    title: 'What to do',
    prompt: 'Name one thing.\nWho could start it?',
    cardTemplate: usualTemplate,
    date: '2025-09-15',
    start: '14:00',
    reportBack: null,
    end: null,
    phase: 'discuss',
  },
  {
    id: morning,
    workshop,
    position: 1,
    title: 'What hurts',
    prompt: 'What is hard in your own work?',
    cardTemplate: usualTemplate,
    date: '2025-09-15',
    start: '11:00',
    reportBack: '12:00',
    end: '12:30',
    phase: 'amend',
  },
];

function card(filled: Partial<ReportCard>): ReportCard {
  return { ...emptyCard, ...filled };
}

const work: readonly WorkInput[] = [
  {
    session: morning,
    group: table.gulls,
    people: null,
    signedOff: { at: Date.UTC(2025, 8, 15, 10, 31), by: seat.ada },
    card: card({
      headline: [text('Waiting is '), text('most', { kind: 'bold' }), text(' of the work')],
      points: [
        { id: point.queue, text: [text('The queue | the wait')], source: parseBlockId('b1') },
        { id: point.logs, text: [text('Logs die with the job')], source: parseBlockId('gone') },
      ],
      ask: [text('Who runs a pilot?')],
      reporter: seat.ada,
      scribe: seat.bo,
      ready: true,
    }),
    note: [
      { kind: 'heading', id: null, level: 1, content: [text('Round the table')] },
      {
        kind: 'bullet-list',
        items: [
          item(paragraph('waits of 3 h', 'b1'), {
            kind: 'ordered-list',
            start: 4,
            items: [item(paragraph('fourth')), item(paragraph('fifth'))],
          }),
        ],
      },
    ],
  },
  {
    session: morning,
    group: table.terns,
    people: [seat.mei, seat.shy],
    signedOff: null,
    card: card({
      points: [{ id: point.people, text: [text('人が去る')], source: null }],
      reporter: seat.shy,
    }),
    note: [paragraph('Wilhelmina said it first. مرحبا')],
  },
  {
    session: afternoon,
    group: table.gulls,
    people: [],
    signedOff: null,
    card: card({
      headline: [text('One store of settings')],
      points: [{ id: point.store, text: [text('Start a store')], source: null }],
      reporter: seat.bo,
    }),
    note: [],
  },
];

/** A small workshop with a silent table, a person who is not to be named, several scripts and a carried point. */
export const exampleInput: RecordInput = {
  ...untouchedRecord,
  attribution: 'by-name',
  workshop: {
    id: workshop,
    title: 'Harbour *workshop* #1',
    place: 'Quay 4, <Port> | Sea',
    timeZone: 'Europe/Stockholm',
    agenda: {
      days: [
        {
          date: '2025-09-15',
          items: [
            {
              line: 1,
              start: '11:00',
              end: '12:30',
              title: 'What hurts',
              kind: 'breakout',
              reportBack: '12:00',
            },
            {
              line: 2,
              start: '12:30',
              end: '14:00',
              title: 'Lunch',
              kind: 'break',
              reportBack: null,
            },
            {
              line: 3,
              start: '14:00',
              end: null,
              title: 'What to do',
              kind: 'breakout',
              reportBack: null,
            },
          ],
        },
      ],
      problems: [],
    },
    organizers: 'Ines Organa (Port Authority)\nKit Chair (Sea Lab)',
    funding: 'Supported by grant 7 & 50% luck.',
    licence: 'CC BY 4.0',
    disclaimer: 'Everything here is made up.',
    othersReadable: true,
    createdAt: 1_757_900_000_000,
  },
  sessions,
  groups,
  seats,
  work,
  plenaries: [
    {
      session: morning,
      plenary: {
        ...untouchedPlenary,
        presentation: { ...untouchedPlenary.presentation, heard: [table.terns, table.gulls] },
        sameAs: [{ point: point.people, same: point.logs }],
        findings: [
          {
            id: finding.less,
            name: 'People leave',
            statement: 'Knowledge goes along.',
            points: [point.people],
          },
          {
            id: finding.most,
            name: 'Waiting',
            statement: '',
            points: [point.queue, parsePointId('deleted')],
          },
        ],
        vote: { is: 'closed', perSeat: 3 },
        actions: [
          {
            id: parseActionId('a1'),
            text: 'Count the hours',
            owner: 'A. Umarova',
            due: '2025-10-01',
          },
          { id: parseActionId('a2'), text: 'Ask', owner: 'wilhelmina secretova', due: '' },
        ],
      },
      voices: {
        votes: new Map([
          [finding.less, 2],
          [finding.most, 9],
        ]),
        reactions: [
          {
            point: point.queue,
            usToo: 4,
            questions: [{ group: table.terns, text: 'How long?' }],
            objections: [{ group: null, text: 'Not here.' }],
          },
        ],
      },
      note: [paragraph('Hands up: 5 of 47')],
      citations: [],
    },
    {
      session: afternoon,
      plenary: untouchedPlenary,
      voices: noVoices,
      note: [],
      citations: [{ point: point.store, finding: finding.most, why: 'less waiting' }],
    },
  ],
};

/** The example with another note at the first table of its morning. */
export function withNote(note: readonly Block[]): RecordInput {
  const [first, ...others] = work;
  if (first === undefined) throw new Error('The example has work.');
  return { ...exampleInput, work: [{ ...first, note }, ...others] };
}
