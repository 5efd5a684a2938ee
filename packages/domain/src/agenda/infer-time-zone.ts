import { rawTimeZones } from '@vvo/tzdb';
import type { Agenda } from './agenda.ts';
import { readLines } from './lines.ts';
import { zonesOfCity, zonesOfPlaces } from './place-zones.ts';

/**
 * The IANA time zone of an agenda, from its zone as written and the places that its page names. Undefined where that
 * leaves more than one clock: the caller then has to ask.
 *
 * An abbreviation used on several continents ("IST", "CST", "AST") needs a place. One that several countries share with
 * one clock ("CET") gives the zone of the place if there is one, else a large zone with that clock. A plain
 * offset ("UTC+2") gives the place's zone where it has that offset on the first day, else a zone that
 * always has it. Without a zone, a place with only one clock decides.
 * @param text the pasted agenda, for its places
 */
export function inferTimeZone(
  agenda: Pick<Agenda, 'timeZone' | 'days'>,
  text = '',
): string | undefined {
  const places = zonesOfPlaces(readLines(text));
  const written = agenda.timeZone?.trim();
  if (written === undefined) return onlyOne(places);
  if (written.includes('/')) return isTimeZone(written) ? written : undefined;
  const offset = readOffset(written);
  if (offset !== undefined) return zoneOfOffset(offset, places, agenda.days[0]?.date);
  const city = /^(.+?)(?: local)? time$/i.exec(written)?.[1];
  const known = zonesNamed(written);
  if (known.length === 0) return city === undefined ? undefined : onlyOne([zonesOfCity(city)]);
  const here = onlyOne(
    places
      .map((zones) => zones.filter((zone) => known.includes(zone)))
      .filter((zones) => zones.length > 0),
  );
  return here ?? USUAL.get(general(written)) ?? onlyOne([known]);
}

// What an abbreviation means where no place is named: only those with one clock, or one overwhelming use.
const USUAL: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['Coordinated Universal Time', 'UTC'],
  ['Greenwich Mean Time', 'UTC'],
  ['ET', 'America/New_York'],
  ['CDT', 'America/Chicago'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
  ['AKT', 'America/Anchorage'],
  ['HST', 'Pacific/Honolulu'],
  ['Hawaii-Aleutian Time', 'Pacific/Honolulu'],
  ['BST', 'Europe/London'],
  ['CET', 'Europe/Berlin'],
  ['EET', 'Europe/Athens'],
  ['WET', 'Europe/Lisbon'],
  ['MSK', 'Europe/Moscow'],
  ['SAST', 'Africa/Johannesburg'],
  ['EAT', 'Africa/Nairobi'],
  ['WAT', 'Africa/Lagos'],
  ['CAT', 'Africa/Maputo'],
  ['KST', 'Asia/Seoul'],
  ['ICT', 'Asia/Bangkok'],
  ['AWT', 'Australia/Perth'],
  ['AET', 'Australia/Sydney'],
  ['NZT', 'Pacific/Auckland'],
  ['BRT', 'America/Sao_Paulo'],
]);

/** "EDT" and "Eastern Daylight Time" are ET; "CEST", "MESZ" and "Central European Summer Time" CET. CST alone stays open. */
function general(written: string): string {
  const abbreviation = GENERAL.get(plainName(written)) ?? written;
  if (abbreviation === 'CST' || abbreviation === 'CDT' || abbreviation === 'AST')
    return abbreviation;
  return abbreviation
    .replace(/^MES?Z$/, 'CET')
    .replace(/^([CEW])EST$/, '$1ET')
    .replace(/^(E|M|P|AK|AE|AW|NZ)[DS]T$/, '$1T')
    .replace(/^BRST$/, 'BRT');
}

const GENERAL: ReadonlyMap<string, string> = new Map([
  ['Eastern Time', 'ET'],
  ['Eastern', 'ET'],
  ['Central Time', 'CT'],
  ['Central', 'CT'],
  ['Mountain Time', 'MT'],
  ['Mountain', 'MT'],
  ['Pacific Time', 'PT'],
  ['Pacific', 'PT'],
  ['Alaska Time', 'AKT'],
  ['Hawaii Time', 'HST'],
  ['Central European Time', 'CET'],
  ['Middle European Time', 'CET'],
  ['Eastern European Time', 'EET'],
  ['Western European Time', 'WET'],
  ['British Time', 'BST'],
  ['South Africa Time', 'SAST'],
  ['East Africa Time', 'EAT'],
  ['West Africa Time', 'WAT'],
  ['Central Africa Time', 'CAT'],
  ['Australian Eastern Time', 'AET'],
  ['Australian Western Time', 'AWT'],
  ['New Zealand Time', 'NZT'],
  ['Brasilia Time', 'BRT'],
]);

function plainName(written: string): string {
  return written
    .replace(/^U\.?S\.? /, '')
    .replace(/ (?:Daylight|Standard|Summer)(?= [Tt]ime)/, '')
    .replace(/ time$/, ' Time');
}

/** Every zone that goes by an abbreviation or by a name such as "Japan Standard Time". */
function zonesNamed(written: string): string[] {
  const short = general(written);
  const forms = new Set([written, short, ...(DAYLIGHT_FORMS.get(short) ?? [])]);
  const name = plainName(written);
  return rawTimeZones
    .filter(
      (zone) =>
        forms.has(zone.abbreviation) ||
        (zone.dstAbbreviation !== undefined && forms.has(zone.dstAbbreviation)) ||
        zone.alternativeName === name ||
        USUAL.get(short) === zone.name,
    )
    .map((zone): string => zone.name)
    .concat(USUAL.get(short) === 'UTC' ? ['UTC'] : []);
}

// What the data calls the clocks that people give one short name.
const DAYLIGHT_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ET', ['EST', 'EDT']],
  ['CT', ['CST', 'CDT']],
  ['MT', ['MST', 'MDT']],
  ['PT', ['PST', 'PDT']],
  ['AKT', ['AKST', 'AKDT']],
  ['AET', ['AEST', 'AEDT']],
  ['AWT', ['AWST']],
  ['NZT', ['NZST', 'NZDT']],
  ['CET', ['CEST']],
  ['EET', ['EEST']],
  ['WET', ['WEST']],
]);

/** The zone that all places agree on, as far as each leaves only one. */
function onlyOne(places: readonly (readonly string[])[]): string | undefined {
  const settled = new Set(
    places.filter((zones) => new Set(zones).size === 1).map((zones) => zones[0]),
  );
  const [zone] = settled;
  return settled.size === 1 ? zone : undefined;
}

/** Minutes east of UTC of "UTC+2", "GMT-05:30". */
function readOffset(written: string): number | undefined {
  const match = /^(?:UTC|GMT)\s?([+\u2212\u2013-])\s?(\d{1,2})(?::?(\d{2}))?$/.exec(written);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' ? minutes : -minutes;
}

function zoneOfOffset(
  offset: number,
  places: readonly string[][],
  date: string | undefined,
): string | undefined {
  const here = onlyOne(
    places.map((zones) => zones.filter((zone) => offsetOn(zone, date) === offset)),
  );
  if (here !== undefined) return here;
  if (offset === 0) return 'UTC';
  // Etc names count west of UTC.
  if (offset % 60 === 0 && offset >= -12 * 60 && offset <= 14 * 60)
    return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset / 60)}`;
  const steady = rawTimeZones.filter(
    (zone) => zone.rawOffsetInMinutes === offset && zone.dstAbbreviation === undefined,
  );
  return steady.length === 1 ? steady[0]?.name : undefined;
}

/** Minutes east of UTC at noon of a day; without a date, undefined. */
function offsetOn(zone: string, date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format
    .formatToParts(new Date(`${date}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value;
  if (name === 'GMT') return 0;
  return name === undefined ? undefined : readOffset(name);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
