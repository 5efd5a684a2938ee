import { type Clock, clockMinutes, execAt, readClock } from './clock.ts';
import { startsWithMonth } from './month-names.ts';
import { readZone } from './time-zone.ts';

/** The times of a row as written: a start, and an end or a duration if it has one. */
export interface TimeSpan {
  start: Clock;
  end: Clock | undefined;
  /** Minutes, from "(30 min)" after the times. */
  duration: number | undefined;
  zone: string | undefined;
  /** It can hardly be anything but a time; "9-10", "0930" or "2.30" may be numbers. */
  sure: boolean;
}

/** Written like a time, and none: "25:00-26:00". */
interface NoSuchTime {
  is: 'no-such-time';
  text: string;
  end: number;
}

export type SpanReading = { is: 'span'; span: TimeSpan; end: number } | NoSuchTime;

/** In running text, or alone in a cell of a table, where nothing else may stand beside it. */
export type SpanPlace = 'line' | 'cell';

/** The time or the range of times that begins at `at`; leading words such as "from" belong to it. */
export function readSpan(text: string, at: number, place: SpanPlace): SpanReading | undefined {
  const lead = execAt(LEAD, text, at)?.[0] ?? '';
  const times = readTimes(text, at + lead.length, place, /between|entre|zwischen/i.test(lead));
  if (times === undefined || times.is === 'no-such-time') return times;
  if (!isWhole(text, times)) return undefined;
  const afterZones = skipOtherZones(text, times.stop);
  const duration = readBracketedDuration(text, afterZones);
  const end = duration?.end ?? afterZones;
  if (place === 'cell' && !/^[\s.,:;)\]–-]*$/.test(text.slice(end))) return undefined;
  const { start, finish, zone } = times;
  const sure = finish === undefined ? isSureTime(start) : isSureRange(start, finish);
  return { is: 'span', span: { start, end: finish, duration: duration?.minutes, zone, sure }, end };
}

/** Every span that begins somewhere in the first 300 characters of the text, from left to right. */
export function* spansIn(text: string): Generator<{ at: number; end: number; span: TimeSpan }> {
  const words = text.slice(0, 300);
  for (let at = 0; at < words.length; at++) {
    CANDIDATE.lastIndex = at;
    const candidate = CANDIDATE.exec(words);
    if (candidate === null) return;
    at = candidate.index;
    const reading = readSpan(words, at, 'line');
    if (reading?.is !== 'span') continue;
    yield { at, end: reading.end, span: reading.span };
    at = reading.end - 1;
  }
}

/** Minutes of "30 min", "1 h", "1h30", "1.5 hours", or of a bare number where `unit` says minutes. */
export function readDuration(text: string, unit?: 'minutes'): number | undefined {
  const words = text.trim().replace(/^(?:~|ca\.?|approx\.?) ?/i, '');
  if (unit === 'minutes' && /^\d{1,3}$/.test(words)) return Number(words);
  const match = DURATION.exec(words);
  if (match === null || words === '') return undefined;
  const hours = Number((match[1] ?? '0').replace(',', '.'));
  const minutes = Math.round(hours * 60) + Number(match[2] ?? match[3] ?? 0);
  return minutes > 0 && minutes <= 24 * 60 ? minutes : undefined;
}

const CANDIDATE = /(?<![\p{L}\d.:/@#$€£-])(?=\d|noon|midnight)/giu;
const LEAD =
  /[([]?(?:(?:from|between|entre|zwischen|starting(?: at| from)?|at|about|around|approx\.?|approximately|circa|ca\.?|von|vom|ab|gegen|um|de|da|das|desde(?: las)?|dès|à partir de|vers|kl\.?|klo|om|van|fra)(?= ?[\d~n]) ?|[@~≈] ?)?/iy;
const SEPARATOR =
  /\s*(?:[-‐‑‒–—―−﹘﹣~〜∼〰\ufffd]{1,3}>?|[→⟶➔➜⇒►▶»>]|\.{2,3}|…)\s*|\s+(?:to|till?|until|thru|through|bis|à|a|al|até|às|as|tot|au)\s+|(?<=[hmM.])(?:to|à)(?=\d)/iuy;
const AND = /\s+(?:and|und|et|y)\s+/iy;
const OPEN_END =
  /\s*(?:(?:[-–—~]|to|till?|until)\s*(?:late|open[ -]?end(?:ed)?|tb[dac]|\?{1,2}(?:[:.]\?{2})?|ende offen)(?![\p{L}\d])|\+(?!\d)|onwards?(?!\p{L})|ff\.|[-–—](?=\s*$))/iuy;

interface Times {
  is: 'times';
  start: Clock;
  finish: Clock | undefined;
  zone: string | undefined;
  stop: number;
}

function readTimes(
  text: string,
  at: number,
  place: SpanPlace,
  between: boolean,
): Times | NoSuchTime | undefined {
  const first = readClock(text, at);
  if (first === undefined) return undefined;
  const firstZone = readZone(text, first.end);
  const afterFirst = firstZone?.end ?? first.end;
  const gap =
    execAt(SEPARATOR, text, afterFirst) ??
    (between ? execAt(AND, text, afterFirst) : undefined) ??
    execAt(place === 'cell' ? /\s*/y : /\s+(?=\d)/y, text, afterFirst);
  const second = gap === undefined ? undefined : readClock(text, afterFirst + gap[0].length);
  if (first.is === 'no-such-time') {
    if (first.style === 'dot' && second === undefined) return undefined;
    return {
      is: 'no-such-time',
      text: text.slice(at, second?.end ?? first.end),
      end: second?.end ?? first.end,
    };
  }
  const paired = second !== undefined && gap !== undefined && second.end > afterFirst;
  if (paired && second.is === 'no-such-time') {
    return { is: 'no-such-time', text: text.slice(at, second.end), end: second.end };
  }
  if (
    paired &&
    second.is === 'clock' &&
    isPair(first.clock, second.clock, gap[0], text.slice(second.end), place)
  ) {
    const zone = readZone(text, second.end);
    return {
      is: 'times',
      start: first.clock,
      finish: second.clock,
      zone: zone?.zone ?? firstZone?.zone,
      stop: zone?.end ?? second.end,
    };
  }
  const isHourAlone = first.clock.style === 'bare' && first.clock.half === undefined;
  if (isHourAlone && place !== 'cell' && !(at === 0 && HOUR_AND_TITLE.test(text))) return undefined;
  const stop = skipOpenEnd(text, afterFirst);
  const zone = firstZone ?? readZone(text, stop);
  return {
    is: 'times',
    start: first.clock,
    finish: undefined,
    zone: zone?.zone,
    stop: Math.max(stop, zone?.end ?? 0),
  };
}

// "4: Close", "12 Lunch": whether such a number is an hour, the rows around it tell.
const HOUR_AND_TITLE = /^\d{1,2}(?:\s*:|\s+[–—-])?\s+\p{Lu}\p{L}/u;

/** "18:00 – open end", "5 pm onwards", and "10:30 for 11:00 start", whose second time is part of the first row. */
function skipOpenEnd(text: string, at: number): number {
  const open = execAt(OPEN_END, text, at);
  if (open !== undefined) return at + open[0].length;
  const gap = execAt(/\s+for\s+(?=\d)/y, text, at);
  const second = gap && readClock(text, at + gap[0].length);
  if (second?.is !== 'clock' || !isSureTime(second.clock)) return at;
  return second.end + (execAt(/\s+start(?!\p{L})/uy, text, second.end)?.[0].length ?? 0);
}

/** Whether two times form a range: in "9:00 – 10 lessons" and "9:00 - 2025 roadmap" they do not. */
function isPair(start: Clock, end: Clock, gap: string, after: string, place: SpanPlace): boolean {
  if (place === 'line' && gap.trim() === '') return isColumnPair(start, end);
  if (end.half !== undefined || place === 'cell') return true;
  if ((start.style === 'military') !== (end.style === 'military')) return false;
  if (end.style !== 'bare') return true;
  if (start.style === 'bare' && start.half === undefined) return true;
  return !/\s/.test(gap) || /^\s*(?:$|[,:;)\]|–—-])/.test(after);
}

/** "09:00 09:30 Welcome": two columns whose gap was lost. */
function isColumnPair(start: Clock, end: Clock): boolean {
  const length = (clockMinutes(end) - clockMinutes(start) + 12 * 60) % (12 * 60);
  return start.style === end.style && start.style !== 'bare' && length > 0 && length <= 6 * 60;
}

function isSureTime(clock: Clock): boolean {
  if (clock.half !== undefined) return clock.style !== 'word';
  return clock.style === 'colon' || (clock.style === 'letter' && clock.exact);
}

function isSureRange(start: Clock, end: Clock): boolean {
  if (isSureTime(start) || isSureTime(end)) return true;
  if (start.style === 'word' || end.style === 'word') return true;
  if (start.style === 'letter' && end.style === 'letter') return true;
  if (start.style === 'dot' && end.style === 'dot')
    return start.minute % 5 === 0 && end.minute % 5 === 0;
  if (start.style !== 'military' || end.style !== 'military') return false;
  // 2025-2030 are years before they are times.
  const years = start.hour >= 19 && end.hour >= 19;
  return !years && clockMinutes(end) > clockMinutes(start);
}

/** What follows does not make a number, a date or a word of it. */
function isWhole(text: string, times: Times): boolean {
  const after = text.slice(times.stop, times.stop + 20);
  const { start, finish } = times;
  if (isSureTime(finish ?? start) || isSureTime(start)) return !/^[\p{Ll}\d%]/u.test(after);
  if (/^[-–./:]\d/.test(after)) return false;
  return /^(?:$|[\s:,;|)\].–—-])/.test(after) && !startsWithMonth(after.trimStart());
}

/** The same times in further zones ("/ 15:00 CEST", "(14:00–14:30 UTC)") are no times of the row. */
function skipOtherZones(text: string, at: number): number {
  let end = at;
  for (let further = 0; further < 4; further++) {
    const gap = execAt(/\s*(?:[/|;,=–-]|(?<open>[([])|or\b)\s*/y, text, end);
    if (gap === undefined) return end;
    const other = readTimes(text, end + gap[0].length, 'line', false);
    if (other?.is !== 'times' || other.zone === undefined) return end;
    const close =
      gap.groups?.['open'] === undefined ? undefined : execAt(/\s*[)\]]/y, text, other.stop);
    end = other.stop + (close?.[0].length ?? 0);
  }
  return end;
}

const BRACKETED_DURATION =
  /\s*[([]\s*((?:~|ca\.? |approx\.? )?\d[\d.,]{0,4} ?\p{L}{0,8}\.?(?: ?\d{1,2} ?\p{L}{0,8}\.?)?|\d{1,3} ?['′])\s*[)\]]/uy;
const DURATION =
  /^(?:(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore)(?: ?(\d{1,2})?(?: ?(?:m|mins?|minutes?))?)?|(\d{1,3})[ -]?(?:m|min|mins|minutes?|minuten|minutos|minuti|['′])\.?)$/i;

/** "(30 min)" at a place of the text. */
export function readBracketedDuration(
  text: string,
  at: number,
): { minutes: number; end: number } | undefined {
  const match = execAt(BRACKETED_DURATION, text, at);
  const minutes = match?.[1] === undefined ? undefined : readDuration(match[1]);
  return match === undefined || minutes === undefined
    ? undefined
    : { minutes, end: at + match[0].length };
}
