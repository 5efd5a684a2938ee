import {
  type AskedMoves,
  type Group,
  groupLabel,
  type Move,
  type MoveLog,
  namedIn,
  newId,
  type PeopleView,
  parseSeatId,
  type RosterPreview,
  type RosterRequest,
  type RosterView,
  type Seat,
  sitsIn,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import { actorName } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import type { Random } from './new-workshop.ts';
import { type RosterRow, readRoster, shortened } from './roster.ts';
import { emptySeat, mostSeats } from './seats.ts';

export interface PeopleParts {
  readonly store: WorkshopStore;
  readonly random: Random;
  readonly moves: MoveLog;
}

/** Everybody of a workshop, in the order in which they came. */
export async function peopleOf(
  { store, moves }: Pick<PeopleParts, 'store' | 'moves'>,
  workshop: WorkshopId,
): Promise<PeopleView> {
  const awaited = await store.awaitedSeats(workshop);
  const seats = await store.seats(workshop);
  const last = await moves.last(workshop);
  return {
    people: seats.map((seat) => ({ ...seat, here: !awaited.has(seat.id) })),
    lastMove: last && {
      number: last.number,
      at: last.at,
      by: actorName(last.by, seats),
      people: last.moves.length,
    },
  };
}

/**
 * Adds the people of a roster who are not there yet: somebody of the same name and affiliation is. All or none
 * are added.
 * @throws Refusal when they are more than a workshop can have
 */
export async function addRoster(
  parts: PeopleParts,
  workshop: WorkshopId,
  asked: RosterRequest,
): Promise<RosterView> {
  const { added, known, problems } = await planRoster(parts, workshop, asked);
  await parts.store.expectSeats(added);
  return { ...(await peopleOf(parts, workshop)), added: added.length, known, problems };
}

/** How many rows a preview shows. */
const sampled = 8;

/** What a roster would be understood as; nobody is added. @throws Refusal as {@link addRoster} does */
export async function previewRoster(
  parts: PeopleParts,
  workshop: WorkshopId,
  asked: RosterRequest,
): Promise<RosterPreview> {
  const { added, known, problems, roster } = await planRoster(parts, workshop, asked);
  const { columns, headings, cells } = roster;
  const sample = cells.slice(0, sampled);
  return { columns, headings, sample, added: added.length, known, problems };
}

async function planRoster(
  { store, random }: PeopleParts,
  workshop: WorkshopId,
  { roster: text, ...corrected }: RosterRequest,
) {
  const roster = readRoster(text, corrected);
  const { rows, problems: unread } = roster;
  const groups = await store.groups(workshop);
  const problems = [...unread];
  const known = new Set((await store.seats(workshop)).map(personKey));
  const present = known.size;
  const added: Seat[] = [];
  const lines = new Map<string, number>();
  let already = 0;
  for (const row of rows) {
    const before = lines.get(personKey(row));
    if (before !== undefined) {
      problems.push(`Line ${row.line}: ${row.name} stands in line ${before} already; added once.`);
      continue;
    }
    lines.set(personKey(row), row.line);
    if (known.has(personKey(row))) {
      already += 1;
      continue;
    }
    const group = groupOf(row, groups);
    if (group === undefined)
      problems.push(`Line ${row.line}: there is no table “${row.table}”; ${row.name} has none.`);
    const seat = emptySeat(parseSeatId(newId(random)), workshop, group?.id ?? null);
    added.push({ ...seat, name: row.name, affiliation: row.affiliation });
  }
  if (present + added.length > mostSeats)
    throw new Refusal(
      'too-large',
      `The roster would make ${present + added.length} people; a workshop can have ${mostSeats}.`,
    );
  return { added, known: already, problems: shortened(problems), roster };
}

function personKey({ name, affiliation }: Pick<Seat, 'name' | 'affiliation'>): string {
  return `${name}\n${affiliation}`.normalize('NFKC').toLocaleLowerCase('en');
}

/** The table that a row names by number or name; null for none, undefined for one that is not there. */
function groupOf({ table }: RosterRow, groups: readonly Group[]): Group | null | undefined {
  if (table === '') return null;
  const number = /^(?:table )?(\d{1,3})$/i.exec(table)?.[1];
  return groups.find((group) =>
    number === undefined
      ? group.name.toLocaleLowerCase('en') === table.toLocaleLowerCase('en')
      : group.number === Number(number),
  );
}

/**
 * Moves people, all in one. Whoever is not where the move begins stays: somebody else has moved them meanwhile.
 * @returns the moves that were made
 * @throws Refusal for a table that is not there
 */
export async function movePeople(
  { store, moves }: Pick<PeopleParts, 'store' | 'moves'>,
  workshop: WorkshopId,
  asked: AskedMoves,
): Promise<readonly Move[]> {
  const all = await store.groups(workshop);
  const only = asked.session === null ? null : await store.session(asked.session);
  for (const { to } of asked.moves) {
    if (to === null) continue;
    const group = all.find(({ id }) => id === to);
    if (group === undefined)
      throw new Refusal(
        'bad-input',
        'This workshop has no such table as one of these people would go to. Reload the page and choose one of its tables.',
      );
    if (only !== null && !sitsIn(to, only))
      throw new Refusal(
        'bad-input',
        `${groupLabel(namedIn(group, only))} does not sit in “${only.title}”. Choose one of its tables.`,
      );
  }
  return moves.make(workshop, asked);
}

/**
 * Takes the last move of a workshop back: whoever still is where it led goes where they were, unless that table does not
 * sit in the session any more.
 * @param number the move that somebody saw as the last one
 * @returns the moves that were made
 * @throws Refusal `changed-meanwhile` where it is not the last one any more
 */
export async function undoMove(
  { store, moves }: Pick<PeopleParts, 'store' | 'moves'>,
  workshop: WorkshopId,
  number: number,
): Promise<readonly Move[]> {
  const last = await moves.last(workshop);
  if (last?.number !== number)
    throw new Refusal(
      'changed-meanwhile',
      'Somebody else moved people meanwhile, or took this move back. Nothing was changed; look at who sits where now.',
    );
  const only = last.session === null ? null : await store.session(last.session);
  const back = last.moves
    .map(({ seat, from, to }) => ({ seat, from: to, to: from }))
    .filter(({ to }) => to === null || only === null || sitsIn(to, only));
  return moves.takeBack(workshop, last, back);
}

/**
 * The roster's seat of somebody who comes in and says their name, when nobody sits on it and no other has
 * that name: they are who was expected.
 */
export async function expectedSeat(
  store: WorkshopStore,
  workshop: WorkshopId,
  name: string,
): Promise<Seat | null> {
  const key = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en');
  const named = (await store.seats(workshop)).filter((seat) => key(seat.name) === key(name));
  const [only] = named;
  if (only === undefined || named.length > 1) return null;
  return (await store.takenSeats(workshop)).has(only.id) ? null : only;
}
