import ICAL from 'ical.js';
import { dayInWords } from '../../app/local-time.ts';

/**
 * A calendar file as the text of an agenda: its name, its time zone, and a row for each event with a time. What
 * repeats stands at its first time.
 * @throws for a text that is no calendar
 */
export function calendarText(ics: string): string {
  const parsed: unknown = ICAL.parse(ics);
  // A file may hold several calendars; agendas come as one.
  const calendar = new ICAL.Component(firstOf(parsed));
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component))
    .filter((event) => !event.startDate.isDate)
    .toSorted((one, other) => one.startDate.compare(other.startDate));
  const days = Map.groupBy(events, ({ startDate }) => startDate.toString().slice(0, 10));
  const zones = new Set(events.map(zoneName));
  const [zone] = zones;
  const name = calendar.getFirstPropertyValue('x-wr-calname');
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...(zones.size === 1 && zone !== undefined && zone !== '' ? [`Time zone: ${zone}`] : []),
    ...[...days].flatMap(([date, those]) => [
      '',
      dayInWords(date),
      ...those.map(
        (event) => `${timeOf(event.startDate)}-${timeOf(event.endDate)} ${lineOf(event.summary)}`,
      ),
    ]),
  ].join('\n');
}

function firstOf(parsed: unknown): string {
  const first: unknown = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
  // The library takes what its parser made, and calls it a string.
  return first as string;
}

/** The name of the zone that an event's start is given in; empty for a time that is local wherever it is read. */
function zoneName({ component, startDate }: ICAL.Event): string {
  const named: unknown = component.getFirstProperty('dtstart')?.getParameter('tzid');
  if (typeof named === 'string') return named;
  return startDate.zone.tzid === 'UTC' ? 'UTC' : '';
}

function timeOf(time: ICAL.Time): string {
  return time.toString().slice(11, 16);
}

function lineOf(summary: string | null): string {
  return (summary ?? '').replaceAll(/\s+/g, ' ').trim();
}
