import { NotAnId, parseSeatId, type SeatId } from '@reportback/domain';
import type { Awareness } from 'y-protocols/awareness';
import { type Readable, Settable } from './readable.ts';

/** Someone who has the document open, once however many devices they use. */
export interface Person {
  readonly seat: SeatId | null;
  readonly name: string;
  /** Six-digit hexadecimal, as stock editors want it. */
  readonly colour: string;
  readonly isMe: boolean;
  /** The part of the page that they are in: `note`, or a field of the card; null when in none. */
  readonly field: string | null;
}

/** What a page says about its own person. The keys are those that stock editors read. */
export interface OwnPresence {
  readonly name: string;
  readonly color: string;
  readonly seat: SeatId | null;
}

/** Says who is at this page; the server puts its own knowledge of name and seat in their place. */
export function introduce(awareness: Awareness, who: OwnPresence): void {
  // Not a field of the state: a page that nobody was introduced to has no state at all.
  awareness.setLocalState({ ...awareness.getLocalState(), user: who });
}

/** Says which part of the page its person is in. */
export function enterField(awareness: Awareness, field: string | null): void {
  if (awareness.getLocalState()?.['field'] !== field) awareness.setLocalStateField('field', field);
}

/** Everyone who has the document open, oneself first, then by name. */
export function peopleHere(awareness: Awareness): Readable<readonly Person[]> {
  const people = new Settable(readPeople(awareness), isSameCompany);
  awareness.on('change', () => people.set(readPeople(awareness)));
  return people;
}

function readPeople(awareness: Awareness): readonly Person[] {
  const found = new Map<string, Person>();
  for (const [client, state] of awareness.getStates()) {
    const person = readPerson(state, client === awareness.clientID);
    if (person === null) continue;
    const key = person.seat ?? `client ${client}`;
    const known = found.get(key);
    if (known === undefined || person.isMe || (!known.isMe && known.field === null))
      found.set(key, person);
  }
  return [...found.values()].sort(
    (a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name),
  );
}

/** States come from other devices and may hold anything. */
function readPerson(state: Readonly<Record<string, unknown>>, isMe: boolean): Person | null {
  const user = state['user'];
  if (typeof user !== 'object' || user === null) return null;
  const name = 'name' in user && typeof user.name === 'string' ? user.name.trim() : '';
  if (name === '') return null;
  const colour = 'color' in user && typeof user.color === 'string' ? user.color : '';
  const field = state['field'];
  return {
    seat: 'seat' in user ? readSeat(user.seat) : null,
    name: name.slice(0, 120),
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#454a50',
    isMe,
    field: typeof field === 'string' ? field : null,
  };
}

function readSeat(value: unknown): SeatId | null {
  if (typeof value !== 'string') return null;
  try {
    return parseSeatId(value);
  } catch (error) {
    if (error instanceof NotAnId) return null;
    throw error;
  }
}

function isSameCompany(a: readonly Person[], b: readonly Person[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
