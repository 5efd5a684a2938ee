import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FirstContent } from '@reportback/document/first-update';
import {
  type Group,
  type GroupId,
  type NewWorkshop,
  newId,
  type Phase,
  parsePointId,
  parseSeatId,
  parseSessionId,
  type Seat,
  type SeatId,
  type Session,
  type SessionId,
  usualTemplate,
} from '@reportback/domain';
import { type Making, newTables, unusedJoinCode } from '../workshops/new-workshop.ts';
import { readAgenda } from '../workshops/read-agenda.ts';
import type { ExamplePlenary } from './example-plenary.ts';
import { unnamed, type WorkshopDay, workshopDay } from './workshop-day.ts';

/** The example: a workshop, and what each table wrote in each session. */
export interface ExampleWorkshop {
  readonly all: NewWorkshop;
  readonly contents: readonly {
    readonly session: SessionId;
    readonly group: GroupId;
    readonly content: FirstContent;
  }[];
  /** Of the sessions that have come to their report-back. */
  readonly plenaries: readonly ExamplePlenary[];
}

/** Where the example's sessions stand: the first reports back, so that board and presentation have something to show. */
const examplePhases: readonly Phase[] = ['report-back', 'gathering', 'gathering'];

/** Reads the example's files and makes a new workshop of them, with ids of its own. */
export async function newExample(making: Making): Promise<ExampleWorkshop> {
  const day = workshopDay.parse(JSON.parse(readText('harmony-day.json')));
  const { agenda } = readAgenda(readText('harmony-2025.txt'));
  const inOrder = day.tables.toSorted((a, b) => a.number - b.number);
  const tables = newTables(
    making.random,
    inOrder.length,
    inOrder.map(({ name }) => name),
  );
  const groupOf = new Map(inOrder.map(({ id }, index) => [id, entry(tables.groups, index)]));
  const people = inOrder.flatMap((table) =>
    table.people.map((person) => ({ person, group: entry(groupOf, table.id) })),
  );
  const seatOf = new Map(
    people.map(({ person, group }) => [person.id, seatFor(person, group, making)]),
  );
  const sessions = day.sessions.map((session, index) => ({
    said: session,
    made: sessionFor(session, index, tables.id, day, making),
  }));
  return {
    all: {
      ...tables,
      sessions: sessions.map(({ made }) => made),
      seats: [...seatOf.values()],
      workshop: {
        id: tables.id,
        title: day.event.title,
        place: day.event.place,
        timeZone: day.event.timezone,
        agenda,
        organizers: '',
        funding: '',
        licence: '',
        disclaimer: day.disclaimer,
        othersReadable: true,
        attribution: 'by-name',
        joinCode: await unusedJoinCode(making),
        createdAt: making.clock.wallTime(),
      },
    },
    plenaries: sessions
      .filter(({ made }) => made.phase === 'report-back')
      .map(({ said, made }) => ({
        session: made.id,
        said: said.plenary,
        seats: seatOf,
        groups: new Map([...groupOf].map(([name, { id }]) => [name, id])),
        tableOf: new Map(
          said.tables.flatMap(({ table, card }) =>
            card.points.map(({ id }) => [id, entry(groupOf, table).id]),
          ),
        ),
      })),
    contents: sessions.flatMap(({ said, made }) =>
      said.tables.map((work) => ({
        session: made.id,
        group: entry(groupOf, work.table).id,
        content: contentOf(work, made.phase, (person) => entry(seatOf, person).id),
      })),
    ),
  };
}

function readText(file: string): string {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8');
}

type SaidSession = WorkshopDay['sessions'][number];

function sessionFor(
  said: SaidSession,
  index: number,
  workshop: Session['workshop'],
  day: WorkshopDay,
  { random }: Making,
): Session {
  return {
    id: parseSessionId(newId(random)),
    workshop,
    position: index + 1,
    title: said.title,
    prompt: said.prompt,
    cardTemplate: usualTemplate,
    date: day.event.date,
    start: localTime(said.start),
    reportBack: localTime(said.reportBack),
    end: localTime(said.end),
    phase: entry(examplePhases, index),
  };
}

/** `HH:MM` of a time that is written with its offset, and so as it is on the clocks there. */
function localTime(instant: string): string {
  return instant.slice(11, 16);
}

function seatFor(
  person: WorkshopDay['tables'][number]['people'][number],
  group: Group,
  { random }: Making,
): Seat {
  const consent = person.citeAs !== unnamed;
  return {
    id: parseSeatId(newId(random)),
    workshop: group.workshop,
    name: person.name,
    affiliation: person.affiliation,
    country: person.country,
    citeAs: consent ? person.citeAs : '',
    consent,
    group: group.id,
  };
}

function contentOf(
  { note, card, roles }: SaidSession['tables'][number],
  phase: Phase,
  seat: (person: string) => SeatId,
): FirstContent {
  return {
    note,
    card: {
      headline: card.headline,
      points: card.points.map(({ id, text, sourceLine }) => ({
        id: parsePointId(id),
        text,
        sourceLine,
      })),
      ask: card.ask,
      dissent: card.dissent,
      reporter: roles.reporter === null ? null : seat(roles.reporter),
      scribe: roles.scribe === null ? null : seat(roles.scribe),
      // Whoever has a headline and a reporter is done when the report-back begins.
      ready: phase === 'report-back' && card.headline !== '' && roles.reporter !== null,
    },
  };
}

/** What the example's files refer to must be in them. */
function entry<Key, Value>(
  entries: { get(key: Key): Value | undefined } | readonly Value[],
  key: Key & (string | number),
): Value {
  const found = 'get' in entries ? entries.get(key) : entries[Number(key)];
  if (found === undefined) throw new Error(`The example refers to “${key}”, which it lacks.`);
  return found;
}
