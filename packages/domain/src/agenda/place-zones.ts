import { rawTimeZones } from '@vvo/tzdb';
import { findRegion } from './north-american-regions.ts';
import type { SourceLine } from './source-line.ts';

// Where an event takes place stands at the top of its page, in a short line.
const LINES_READ = 60;
const LONGEST = 140;

/**
 * The time zones of the places that the top of a page names, one list for each place: "Chicago, IL", "Paris, France",
 * "Nairobi". Only what stands by itself between marks of punctuation counts as a place, so that
 * "U Chicago" in a list of people does not.
 */
export function zonesOfPlaces(lines: readonly SourceLine[]): string[][] {
  return lines
    .slice(0, LINES_READ)
    .filter(({ text }) => text.length <= LONGEST)
    .map(({ text }) => zonesInLine(text))
    .filter((zones) => zones.length > 0);
}

function zonesInLine(text: string): string[] {
  const parts = text
    .replace(/^(?:location|venue|place|where|ort|lieu|lugar|city)\s*:\s*/i, '')
    .split(/\s*[,|;()·•/–—]\s*|\s+-\s+|\s+in\s+|:\s+/)
    .map((part) => part.replace(/\s+\d{4,6}(?:-\d{4})?$|^\d{4,6}\s+/g, '').trim())
    .filter(Boolean);
  const region = parts
    .slice(1)
    .map(findRegion)
    .find((found) => found !== undefined);
  const country = parts.map(findCountry).find((found) => found !== undefined);
  const cities = parts.flatMap((part) => zonesOfCity(part));
  if (region !== undefined) {
    const inRegion = cities.filter((zone) => region.zones.includes(zone));
    return inRegion.length > 0 ? inRegion : [...region.zones];
  }
  if (country !== undefined) {
    const zones = rawTimeZones
      .filter(({ countryName }) => countryName === country)
      .map(({ name }): string => name);
    const inCountry = cities.filter((zone) => zones.includes(zone));
    return inCountry.length > 0 ? inCountry : zones;
  }
  return cities;
}

/** Every zone that has a main city of this name. */
export function zonesOfCity(name: string): string[] {
  if (!/^\p{Lu}[\p{L} .'’-]{2,30}$/u.test(name)) return [];
  const city = ENGLISH_CITIES.get(name) ?? name;
  const underscored = city.replaceAll(' ', '_');
  return rawTimeZones
    .filter((zone) => zone.mainCities.includes(city) || zone.name.endsWith(`/${underscored}`))
    .map(({ name: zone }) => zone);
}

const ENGLISH_CITIES: ReadonlyMap<string, string> = new Map([
  ['Cologne', 'Köln'],
  ['München', 'Munich'],
  ['Roma', 'Rome'],
  ['Milano', 'Milan'],
  ['Torino', 'Turin'],
  ['Wien', 'Vienna'],
  ['Lisboa', 'Lisbon'],
  ['Praha', 'Prague'],
  ['Kyiv', 'Kiev'],
  ['Washington DC', 'New York'],
  ['Bangalore', 'Bengaluru'],
  ['New Delhi', 'Delhi'],
]);

function findCountry(part: string): string | undefined {
  const name = COUNTRY_NAMES.get(part) ?? part;
  return rawTimeZones.find(({ countryName }) => countryName === name)?.countryName;
}

const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map([
  ['USA', 'United States'],
  ['U.S.A.', 'United States'],
  ['US', 'United States'],
  ['United States of America', 'United States'],
  ['UK', 'United Kingdom'],
  ['England', 'United Kingdom'],
  ['Scotland', 'United Kingdom'],
  ['Wales', 'United Kingdom'],
  ['The Netherlands', 'Netherlands'],
  ['Deutschland', 'Germany'],
  ['Österreich', 'Austria'],
  ['Schweiz', 'Switzerland'],
  ['Suisse', 'Switzerland'],
  ['Italia', 'Italy'],
  ['España', 'Spain'],
  ['Belgique', 'Belgium'],
  ['Czech Republic', 'Czechia'],
  ['Korea', 'South Korea'],
  ['Republic of Korea', 'South Korea'],
]);
