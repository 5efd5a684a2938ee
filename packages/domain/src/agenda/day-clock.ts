import { type Clock, clockMinutes, isFixed } from './clock.ts';
import type { Row } from './row.ts';

/** The times of a row in minutes from midnight of its day; past 24 hours after midnight. */
export interface RowTimes {
  start: number;
  /** As written, or from a duration; undefined where the agenda gives neither. */
  end: number | undefined;
  /** What contradicts the rows before, as a sentence. */
  contradiction: string | undefined;
}

/** How an agenda writes its hours. */
export interface HourStyle {
  /** "14:00" or "0:30" stands somewhere without am or pm. */
  has24: boolean;
  /** "2 pm" stands somewhere. */
  hasHalves: boolean;
}

const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;

export function hourStyle(rows: readonly Row[]): HourStyle {
  const clocks = rows.flatMap(({ span }) =>
    span.end === undefined ? [span.start] : [span.start, span.end],
  );
  return {
    has24: clocks.some((clock) => clock.half === undefined && isFixed(clock)),
    hasHalves: clocks.some((clock) => clock.half !== undefined && clock.style !== 'word'),
  };
}

/**
 * The times of a day's rows. A time without am or pm is read from its neighbours: with the am or pm of its own row's
 * other end, else so that the rows go forward; where a 12-hour clock goes back, the afternoon has begun. An agenda with
 * "14:00" in it is read as it stands.
 */
export function resolveDay(rows: readonly Row[], style: HourStyle): RowTimes[] {
  const first = rows[0];
  const morning = resolveFrom(rows, style, 0);
  if (first === undefined || !startIsOpen(first, style) || endIsFixed(first, style)) return morning;
  const afternoon = resolveFrom(rows, style, NOON);
  const [better, other] = startsAfterNoon(rows, style)
    ? [afternoon, morning]
    : [morning, afternoon];
  return contradictions(other) < contradictions(better) ? other : better;
}

/** The clock inside a row whose times are known: 11:40 or 23:40, whichever lies between its start and its end. */
export function minutesWithin(clock: Clock, start: number, end: number): number | undefined {
  const written = clockMinutes(clock);
  const candidates =
    clock.half !== undefined || isFixed(clock) ? [written] : [written, (written + NOON) % DAY];
  return candidates
    .flatMap((minutes) => [minutes, minutes + DAY])
    .find((minutes) => minutes >= start && minutes <= end);
}

/** Whether the first row of a day, of which neither am nor pm is known, lies after noon. */
function startsAfterNoon(rows: readonly Row[], style: HourStyle): boolean {
  const [first, next] = rows;
  if (first === undefined || EVENING.test(first.title)) return true;
  if (/\bbreakfast|frühstück|petit[- ]déjeuner|desayuno/i.test(first.title)) return false;
  const early = clockMinutes(first.span.start) % NOON;
  if (next !== undefined && !startIsOpen(next, style)) {
    const wait = clockMinutes(next.span.start) - early;
    if (wait >= 0 && wait <= 4 * HOUR) return false;
    if (wait >= NOON && wait <= 16 * HOUR) return true;
  }
  // Workshops begin between half past six in the morning and six in the evening, now and then at five for a run.
  return early < 5 * HOUR || (early < 6.5 * HOUR && !MORNING.test(first.title));
}

const EVENING =
  /\b(?:dinner|supper|banquet|evening|reception|drinks|pub|party|night|bar|cocktails?|abendessen|dîner|cena)\b/i;
const MORNING = /\b(?:morning|yoga|run|sunrise|registration|check-?in|arrivals?)\b/i;
// On a row that goes back these speak for a new day, not for the evening.
const BEGINNING = /\b(?:breakfast|registration|check-?in|arrivals?|welcome|recap|opening)\b/i;

function resolveFrom(rows: readonly Row[], style: HourStyle, firstHalf: number): RowTimes[] {
  const times: RowTimes[] = [];
  let before: RowTimes | undefined;
  for (const row of rows) {
    const resolved = resolveRow(row, before, style, firstHalf);
    times.push(resolved);
    before = resolved;
  }
  return times;
}

function resolveRow(
  row: Row,
  before: RowTimes | undefined,
  style: HourStyle,
  firstHalf: number,
): RowTimes {
  const { start: written, end: writtenEnd, duration } = row.span;
  let contradiction: string | undefined;
  let start: number;
  if (startIsOpen(row, style)) {
    ({ start, contradiction } = resolveOpenStart(row, before, style, firstHalf));
  } else {
    start = clockMinutes(written);
    if (before !== undefined && start < before.start) {
      if (isAfterMidnight(start, before)) start += DAY;
      else if (isShiftable(written, style) && start + NOON >= before.start) start += NOON;
      else contradiction = goesBack(start, before);
    }
  }
  if (writtenEnd === undefined) {
    return { start, end: duration === undefined ? undefined : start + duration, contradiction };
  }
  const end = resolveEnd(writtenEnd, start, written.half === undefined ? style : HALVES);
  contradiction ??= endContradiction(start, end);
  return { start, end, contradiction };
}

/** Neither am nor pm is known for the clock. */
function isOpen(clock: Clock, style: HourStyle): boolean {
  return !isFixed(clock) && !style.has24;
}

/** So for the start of a row; where its end has am or pm, the start lacks it even beside "14:00" in other rows. */
function startIsOpen({ span }: Row, style: HourStyle): boolean {
  return !isFixed(span.start) && (!style.has24 || span.end?.half !== undefined);
}

/** In an agenda that mixes "13:30" and "2 pm", a bare "2:00" may still be an afternoon's. */
function isShiftable(clock: Clock, style: HourStyle): boolean {
  return !isFixed(clock) && style.has24 && style.hasHalves;
}

function endIsFixed(row: Row, style: HourStyle): boolean {
  return row.span.end !== undefined && !isOpen(row.span.end, style);
}

function resolveOpenStart(
  row: Row,
  before: RowTimes | undefined,
  style: HourStyle,
  firstHalf: number,
): { start: number; contradiction: string | undefined } {
  const early = clockMinutes(row.span.start) % NOON;
  const { end } = row.span;
  if (end !== undefined && endIsFixed(row, style)) {
    // The nearer of the two to the end: 11:00–12:30pm begins in the morning, 1:30–2:00pm in the afternoon.
    const length = (from: number): number => (clockMinutes(end) - from + DAY) % DAY;
    const start = length(early) <= length(early + NOON) ? early : early + NOON;
    if (before === undefined || start >= before.start) return { start, contradiction: undefined };
    if (isAfterMidnight(start, before)) return { start: start + DAY, contradiction: undefined };
    return { start, contradiction: goesBack(start, before) };
  }
  const isTwelve = row.span.start.hour === 12;
  if (before === undefined)
    return { start: isTwelve ? early + NOON : early + firstHalf, contradiction: undefined };
  if (early >= before.start && !isTwelve && !isDinner(row, early))
    return { start: early, contradiction: undefined };
  const late = early + NOON;
  if (late >= before.start) {
    const gap = late - Math.max(before.start, before.end ?? 0);
    if (!isNewDay(row, late, gap, before)) return { start: late, contradiction: undefined };
    return { start: early, contradiction: goesBack(early, before) };
  }
  if (isAfterMidnight(early, before)) return { start: early + DAY, contradiction: undefined };
  return { start: late, contradiction: goesBack(late, before) };
}

// "7:00 Dinner" follows breakfast without going back.
function isDinner(row: Row, early: number): boolean {
  return early >= 4 * HOUR && early < 10 * HOUR && DINNER.test(row.title);
}

const DINNER = /\b(?:dinner|supper|banquet|abendessen)\b/i;

/** A row that would lie hours after the others, in the night, is more likely the morning of a day that was not named. */
function isNewDay(row: Row, late: number, gap: number, before: RowTimes): boolean {
  if (EVENING.test(row.title) || late < 19 * HOUR) return false;
  if (BEGINNING.test(row.title)) return true;
  return gap > (before.start < NOON ? 8 : 3) * HOUR;
}

function isAfterMidnight(start: number, before: RowTimes): boolean {
  return before.start >= 18 * HOUR && start < 5 * HOUR;
}

const HALVES: HourStyle = { has24: false, hasHalves: true };

function resolveEnd(clock: Clock, start: number, style: HourStyle): number {
  const base = Math.floor(start / DAY) * DAY;
  const written = base + clockMinutes(clock);
  if (isFixed(clock) || (style.has24 && !isShiftable(clock, style))) {
    return written < start && isNight(start, written) ? written + DAY : written;
  }
  const early = base + (clockMinutes(clock) % NOON);
  const candidates = [early, early + NOON, early + DAY];
  return candidates.find((minutes) => minutes > start) ?? written;
}

function isNight(start: number, end: number): boolean {
  return start % DAY >= 17 * HOUR && end % DAY <= 6 * HOUR;
}

function endContradiction(start: number, end: number): string | undefined {
  if (end === start) return `It ends at ${clockText(end)}, when it starts.`;
  if (end < start) return `It ends at ${clockText(end)}, before it starts at ${clockText(start)}.`;
  if (end - start > 14 * HOUR)
    return `It would last from ${clockText(start)} to ${clockText(end)}: is am or pm wrong or missing?`;
  return undefined;
}

function goesBack(start: number, before: RowTimes): string {
  return `It starts at ${clockText(start)}, before the row above it at ${clockText(before.start)}: is a time wrong, or the heading of a new day missing?`;
}

function contradictions(times: readonly RowTimes[]): number {
  return times.filter((time) => time.contradiction !== undefined).length;
}

/** `HH:MM` on a 24-hour clock; the midnight at the end of a day is 00:00. */
export function clockText(minutes: number): string {
  const inDay = ((minutes % DAY) + DAY) % DAY;
  return `${String(Math.floor(inDay / HOUR)).padStart(2, '0')}:${String(inDay % HOUR).padStart(2, '0')}`;
}
