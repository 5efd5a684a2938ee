import { readDay, readDayHeading } from './day-heading.ts';
import { noSuchTime, type Reading, type Row, type TimePlace, WORDS } from './row.ts';
import { cleanRowTitle, continuesSentence, trimSeparators } from './row-title.ts';
import type { SourceLine } from './source-line.ts';
import { readSpan, spansIn, type TimeSpan } from './time.ts';
import { zoneOfHeading } from './time-zone.ts';

/** Reads a line that is no row of a table. Whether a doubtful row is one is decided later, by its neighbours. */
export function readTextRow(line: SourceLine): Reading {
  const { text } = line;
  if (!MAY_TELL_TIME.test(text) || HOURS_LABEL.test(text)) return WORDS;
  const day = readDay(text);
  if (day !== undefined) {
    const dated = readDated(line, day.end);
    if (dated !== undefined) {
      if (dated.title === '' || PLACE_ONLY.test(dated.title)) {
        return { is: 'day', heading: day, zone: dated.span.zone };
      }
      return { is: 'rows', rows: [{ ...dated, day }] };
    }
  }
  const heading = readDayHeading(text);
  if (heading !== undefined) {
    const behind = text.slice(heading.end);
    return { is: 'day', heading, zone: firstSpan(behind)?.zone ?? zoneOfHeading(behind) };
  }
  return readFirst(line) ?? readLater(line) ?? WORDS;
}

export function rowAt(line: SourceLine, span: TimeSpan, words: string, place: TimePlace): Row {
  const { title, duration } = cleanRowTitle(words);
  return {
    line: line.number,
    raw: line.raw,
    span: { ...span, duration: span.duration ?? duration },
    title,
    hints: [],
    details: [],
    place,
    day: undefined,
    column: undefined,
    reportBack: undefined,
    continues: false,
    indent: line.indent,
  };
}

// Most lines of a page hold no time: they are not worth a closer look.
const MAY_TELL_TIME =
  /\d|noon|mid|day\b|tag\b|woch|jour|d[ií]a\b|\b(?:lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio)/i;
const HOURS_LABEL =
  /^(?:(?:event |workshop |meeting |opening |office |business |daily )?(?:times?|hours|duration|uhrzeit|zeit|beginn|ende|horaires?|durée|sent|posted|updated|last updated|published|deadline|due|call|tel|phone|fax))\s*[:=]/i;
const PLACE_ONLY =
  /^(?:(?:in |at )?(?:the )?(?:main )?(?:room|hall|building|auditorium|online|zoom|virtual|in[- ]person|hybrid)\b.{0,60})$/i;

/** "12 May, 9:00-9:30 Welcome", "2026-05-12 09:00 Welcome", "Mon 9:00 Welcome" */
function readDated(line: SourceLine, after: number): Row | undefined {
  const at = after + (/^[\s,;:.()[\]|/–—·•-]*/.exec(line.text.slice(after))?.[0].length ?? 0);
  const reading = readSpan(line.text, line.text.charAt(at) === 'T' ? at + 1 : at, 'line');
  if (reading?.is !== 'span') return undefined;
  return rowAt(line, reading.span, line.text.slice(reading.end), 'first');
}

function readFirst(line: SourceLine): Reading | undefined {
  const reading = readSpan(line.text, 0, 'line');
  const isShort = line.text.length <= LONGEST_ROW;
  if (reading === undefined) return isMistyped(line.text) ? mistyped(line.text) : undefined;
  if (reading.is === 'no-such-time') return isShort ? noSuchTime(reading.text) : undefined;
  const words = line.text.slice(reading.end);
  const brokenEnd = reading.span.end === undefined ? BROKEN_END.exec(words)?.[1] : undefined;
  if (brokenEnd !== undefined) return mistyped(brokenEnd);
  if (
    continuesSentence(words) ||
    (!reading.span.sure && !isTitleLike(words) && !isHours(reading.span))
  )
    return undefined;
  return { is: 'rows', rows: [rowAt(line, reading.span, words, 'first')] };
}

// "9:00-9:3 Welcome", "9:00 – 1O:30 Break"
const BROKEN_END =
  /^\s*(?:[-–—~]|to|until)\s*((?:\d{1,2}|[1l][0-9oO])[:;][\doOlI]{1,3})(?![\p{L}\d])/u;

// "9;00-9:15 Welcome", "1O:30 Break"
function isMistyped(text: string): boolean {
  return /^\d{1,2};\d{2}(?!\d)|^\d{1,2},\d{2}\s*[-–—]\s*\d|^(?:\d[Oo]|[Ool1]\d?):[\dOo]{2}(?!\d)|^\d{1,2}:(?:\d[OoIl]|[OoIl]\d|[OoIl]{2})\b/.test(
    text,
  );
}

function mistyped(text: string): Reading {
  const written = /^[^\s–—-]{1,8}/.exec(text)?.[0] ?? text;
  return {
    is: 'unreadable',
    message: `“${written}” looks like a time but is none: write it like 9:30 or 14:00.`,
  };
}

// A longer line that begins with odd numbers is no row with a mistake in it.
const LONGEST_ROW = 300;

/** After numbers that may be no time, a title has to look like one: "9-10 Welcome", but not "9-10 people". */
function isTitleLike(words: string): boolean {
  const title = words.trim();
  if (/^[:|,–—-]\s*\S/.test(title)) return !/^[^\p{L}]*$/u.test(title);
  return title === '' || /^[\p{Lu}\p{Lo}"“„(]/u.test(title);
}

/** "12 - 1 lunch": a row where it meets the rows around it. */
function isHours({ start, end }: TimeSpan): boolean {
  return start.style === 'bare' && end !== undefined;
}

/** "Welcome 9:00-9:15", "Lunch (12:00–13:00)", "Session 1 (9:00–10:30): Data" */
function readLater(line: SourceLine): Reading | undefined {
  const { text } = line;
  if (text.length > 160 || NO_ROW.test(text) || isSentence(text)) return undefined;
  for (const { at, end, span } of spansIn(text)) {
    if (at === 0) continue;
    const before = trimSeparators(text.slice(0, at).replace(LINK_WORD, ''));
    const after = text.slice(end);
    if (before === '' || !span.sure) continue;
    if (/^[\s)\].,;:–—|-]*$/.test(after))
      return { is: 'rows', rows: [rowAt(line, span, before, 'last')] };
    const apart = /[([|,:–—-]\s*$/.test(text.slice(0, at)) && /^\s*[)\]|,:–—-]/.test(after);
    if (apart && span.end !== undefined) {
      const words = `${before}: ${trimSeparators(after)}`;
      return { is: 'rows', rows: [rowAt(line, span, words, 'middle')] };
    }
  }
  const wrong = /(?:^|[\s(])(\d{1,2}:\d{2}\s*[-–—]\s*\d{1,2}:\d{2})\)?$/.exec(text)?.[1];
  const reading = wrong === undefined ? undefined : readSpan(wrong, 0, 'line');
  return reading?.is === 'no-such-time' ? noSuchTime(reading.text) : undefined;
}

function firstSpan(text: string): TimeSpan | undefined {
  for (const { span } of spansIn(text)) return span;
  return undefined;
}

const LINK_WORD = /[\s([]*(?:from|at|starting at|um|von|ab|à|de|time|@)[\s:]*$/i;
const NO_ROW =
  /\b(?:please|takes? place|held|deadlines?|submit|submissions?|due|call|tel|phone|fax|e-?mail|updated|posted|published|office hours?|opening hours|wrote|passcode|meeting id|copyright)\b|https?:|@\w/i;

function isSentence(text: string): boolean {
  if (text.split(' ').length > 18) return true;
  const asks = /^(?:what|how|why|who|where|when)\b/i.test(text) || text.includes('?');
  return !asks && /\b(?:will|is|are|was|were|be|we|you|must|should|before|until)\b/.test(text);
}
