/** A zone as it was written, and where it ends in the text. */
interface ZoneReading {
  /** "CDT", "UTC+2", "Europe/Berlin", "Central European Time"; `undefined` for "local time". */
  zone: string | undefined;
  end: number;
}

// Abbreviations that are hardly ever words or names in a title.
const CLEAR =
  'UTC|GMT|(?:E|C|M|P|A|AK|N|AE|AC|AW|NZ)[DS]T|HST|CES?T|EES?T|WES?T|MES?Z|BST|IST|MSK|TRT|JST|KST|HKT|SGT|PHT|WIB|WITA|ICT|PKT|NPT|SAST|EAT|WAT|BRS?T|CLS?T|COT|ET|CT|PT|MT';
// These need brackets or a sentence about times around them.
const WEAK = 'CAT|ART|GST|SST|PET|AMT|BOT|UYT|IDT|IRST|MYT|AoE|Z';

const OFFSET = '(?:UTC|GMT)\\s?[+\\u2212\\u2013-]\\s?\\d{1,2}(?::?\\d{2})?';
const LONG_NAME =
  '(?:US |U\\.S\\. )?(?:Eastern|Central|Mountain|Pacific|Atlantic|Alaska|Hawaii) (?:Daylight |Standard |Summer )?[Tt]ime' +
  '|(?:Central|Eastern|Western|Middle) European (?:Summer |Standard |Daylight )?[Tt]ime' +
  '|British Summer Time|Greenwich Mean Time|Coordinated Universal Time' +
  '|(?:India|Israel|Irish|Japan|Korea|China|Singapore|Hong Kong|Pakistan|Moscow|East Africa|West Africa|Central Africa|South Africa|Brasilia|Gulf|Arabia|Australian Eastern|Australian Central|Australian Western|New Zealand) (?:Standard |Daylight |Summer )?[Tt]ime';
const CITY_TIME = '[A-Z][a-z]+(?: [A-Z][a-z]+)?(?: local)? [Tt]ime';
const IANA =
  '(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Etc)\\/[A-Z][A-Za-z_]+(?:[+-]\\d{1,2}|\\/[A-Z][A-Za-z_]+)?';

const NAMED = `${IANA}|${OFFSET}|${LONG_NAME}|(?:${CLEAR})(?![A-Za-z0-9/]*[a-z])`;
const AFTER_TIME = new RegExp(
  `\\s*(?:(${NAMED})|(?:U\\.?S\\.? )?(Eastern|Central|Mountain|Pacific)(?=\\s*(?:$|[),:;|–—-]))|(local time|[Uu]hr|hrs?\\b))(?![A-Za-z])(?:\\s?\\/\\s?(?:${CLEAR})(?![A-Za-z]))?`,
  'y',
);
const BRACKETED = new RegExp(
  `\\s*[([]\\s*(?:all )?(?:times? )?(?:(?:in|are) )*(?:(${NAMED}|${WEAK}|${CITY_TIME})(?:\\s*[,/=;]\\s*(?:${NAMED}))?(?:\\s*\\((?:${NAMED})\\))?|(local time|local))\\s*[)\\]]`,
  'y',
);
const ANYWHERE = new RegExp(
  `(?<![A-Za-z0-9/])(?:${NAMED}|(?:${WEAK})(?![A-Za-z0-9])|(?:U\\.?S\\.? )?(?:Eastern|Central|Mountain|Pacific)(?=\\s*[)\\]]))`,
);
const ALONE = new RegExp(
  `^(?:all )?(?:times? )?(?:(?:in|are) )*(${NAMED})(?:\\s*\\((?:${NAMED})\\))?$`,
  'i',
);
const IN_BRACKETS = new RegExp(`[([]\\s*(${OFFSET}|${LONG_NAME}|${IANA})\\s*[)\\]]`);
const ANY_CITY_TIME = new RegExp(`(?<![A-Za-z])${CITY_TIME}(?![A-Za-z])`);

/** The time zone directly after a time, with or without brackets. */
export function readZone(text: string, at: number): ZoneReading | undefined {
  for (const pattern of [BRACKETED, AFTER_TIME]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { zone: match[1] ?? zoneWord(match[2]), end: pattern.lastIndex };
  }
  return undefined;
}

// The second group holds "Eastern" and the like, or "local".
function zoneWord(word: string | undefined): string | undefined {
  return word === undefined || word.startsWith('local') ? undefined : word;
}

/** The first time zone named anywhere in the text: for heads of columns, and for sentences about times. */
export function findZone(text: string): string | undefined {
  const words = text.slice(0, 300);
  const named = ANYWHERE.exec(words)?.[0];
  if (named !== undefined) return named;
  const city = ANY_CITY_TIME.exec(words)?.[0];
  return city !== undefined && !NO_CITY.test(city) ? city : undefined;
}

const NO_CITY =
  /^(?:All|The|Start|End|Session|Local|Break|Lunch|Free|Any|No|Time|Due|On|In|At|Full|Part|Same|First|This|Your|Our|Each|Total|Date|Meeting|Real|Run|Compile|Travel|Networking|Discussion|Question|Work)\b/i;

/**
 * The zone of a line such as "All times are CEST", "Time zone: Europe/Berlin" or "Workshop, 14 September (UTC+2)";
 * undefined for any other line.
 */
export function readZoneStatement(text: string): string | undefined {
  if (text.length > 300) return undefined;
  return ZONE_STATEMENT.test(text) ? findZone(text) : IN_BRACKETS.exec(text)?.[1];
}

/** The zone that is one of the parts of a heading: "12 May 2026 (JST)", "June 9 | Boulder | Mountain Time (MT)". */
export function zoneOfHeading(text: string): string | undefined {
  for (const part of text
    .slice(0, 300)
    .split(/[,;|·•]|\s[–—-]\s|^\s*[([]|\s[([](?=[^()[\]]*[)\]]\s*$)/)) {
    const zone = ALONE.exec(part.replace(/[\s)\].]+$/, '').trim())?.[1];
    if (zone !== undefined) return zone;
  }
  return undefined;
}

const ZONE_STATEMENT =
  /\btime ?zones?\b|\b(?:all|the|listed|following|session|schedule|agenda|program(?:me)?) (?:\w+ ){0,3}times?\b|\btimes? (?:\w+ ){0,3}(?:in|are|is|given|listed|shown)\b|\btimes?\b ?[(:]|\b(?:schedule|agenda|program(?:me)?)\b.{0,40}\(|\bzeit(?:en|zone|angaben)\b|\bheures?\b|\bhorarios?\b/i;
