import type { SeatId, SessionId } from '@reportback/domain';
import type { RecordedGroup, RecordedSession, WorkshopRecord } from '../record.ts';

/** “1 vote”, “12 votes”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const collator = new Intl.Collator('en');

/** The order of names and affiliations, whatever their script. */
export function collate(a: string, b: string): number {
  return collator.compare(a, b);
}

/** “a, b and c”. */
export function listing(items: readonly string[]): string {
  return conjunction.format(items);
}

const longDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** “Monday 15 September 2025” for `2025-09-15`; a text that is no date stays as it is. */
export function dayName(date: string): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) ? date : longDate.format(instant).replace(',', '');
}

/** “16 September 2025, 09:12” in the workshop's zone. */
export function momentName(instant: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(instant);
  return `${day}, ${time}`;
}

/** The days of the workshop, `YYYY-MM-DD`, in order, each once. */
export function daysOf(record: WorkshopRecord): readonly string[] {
  const dates = [
    ...record.agenda.map((day) => day.date ?? null),
    ...record.sessions.map((session) => session.date),
  ].filter((date): date is string => date !== null);
  return [...new Set(dates)].toSorted();
}

/** “Monday 15 September 2025”, “15 to 16 …” as two day names, or null when no day is known. */
export function daySpan(record: WorkshopRecord): string | null {
  const days = daysOf(record);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`;
}

/** “11:00 to 12:30”, “from 11:00” where no end is known. */
export function timeSpan(start: string, end: string | null): string {
  return end === null ? `from ${start}` : `${start} to ${end}`;
}

/** “Table 4”, or “Card 4” where tables are withheld. */
export function shortName(record: WorkshopRecord, group: RecordedGroup): string {
  return `${record.attribution === 'none' ? 'Card' : 'Table'} ${group.number}`;
}

/** “Table 4: Lakefront”, or “Card 4” where tables are withheld. */
export function fullName(record: WorkshopRecord, group: RecordedGroup): string {
  const short = shortName(record, group);
  return group.name === '' ? short : `${short}: ${group.name}`;
}

/** As the person wishes to be cited, or that they are not named. */
export function personName(record: WorkshopRecord, seat: SeatId): string {
  return record.people.find((person) => person.id === seat)?.name ?? 'not named';
}

/** “Session 2: OSE Activities”. */
export function sessionName(session: Pick<RecordedSession, 'position' | 'title'>): string {
  return session.title === ''
    ? `Session ${session.position}`
    : `Session ${session.position}: ${session.title}`;
}

/** “Session 2”, for the session of an id. */
export function sessionNumber(record: WorkshopRecord, id: SessionId): string {
  const session = record.sessions.find((each) => each.id === id);
  return session === undefined ? 'a session' : `Session ${session.position}`;
}

/** The text with a full stop, where it ends with nothing of the kind. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
