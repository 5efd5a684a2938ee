import { readDay, readDayHeading } from './day-heading.ts';
import type { ReadLine } from './readings.ts';
import type { SourceLine } from './source-line.ts';
import { spansIn } from './time.ts';

/**
 * The name of the event: the first heading before the rows that is a name and not "Agenda", or else the first such
 * line, with a preference for lines that speak of a workshop, a meeting and the like.
 */
export function eventTitle(lines: readonly ReadLine[]): string | undefined {
  const firstRow = lines.findIndex(({ reading }) => reading.is === 'rows');
  const head = lines.slice(0, firstRow < 0 ? 60 : Math.min(firstRow, 60));
  const names = head.flatMap(({ line, reading }) => {
    if (reading.is !== 'words') return [];
    const name = nameIn(line.text);
    return name === undefined || !isName(name) ? [] : [{ line, name }];
  });
  const heading = bestHeading(names);
  if (heading?.line.heading === 1) return heading.name;
  const beforeDays = head.findIndex(({ reading }) => reading.is === 'day');
  const limit = beforeDays < 0 ? Number.POSITIVE_INFINITY : (head[beforeDays]?.line.number ?? 0);
  const lead = names.filter(({ line }) => line.number < limit);
  const event = [...lead, ...names.slice(0, 4)].find(({ name }) => EVENT_WORD.test(name));
  if (heading !== undefined && (event === undefined || heading.line.number <= event.line.number))
    return heading.name;
  if (event !== undefined) return event.name;
  const first = lead[0]?.name;
  return first !== undefined && !/^\d/.test(first) && /\s|\p{Lo}{4}/u.test(first)
    ? first
    : undefined;
}

interface Name {
  line: SourceLine;
  name: string;
}

function bestHeading(names: readonly Name[]): Name | undefined {
  const level = (wanted: number): Name | undefined =>
    names.find(({ line }) => line.heading === wanted);
  return level(1) ?? level(2);
}

/** The line without "Agenda:" before it, the name of the site or the date of the event behind it. */
function nameIn(line: string): string | undefined {
  const text = withoutDate(line.replace(SUBJECT, '').replace(QUOTES, '$1'));
  const joined = text.replace(GENERIC_LEAD, '').replace(GENERIC_TAIL, '').trim();
  if (!/\s[|»›]\s/.test(text)) return joined === '' || GENERIC.test(joined) ? undefined : joined;
  const named = text
    .split(/\s+[|»›]\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !GENERIC.test(part));
  return named.find((part) => EVENT_WORD.test(part)) ?? named[0];
}

function withoutDate(text: string): string {
  for (const { index } of text.matchAll(/[,(–—-]\s*(?=[\p{L}\d])/gu)) {
    const at = index + (/^[,(–—-]\s*/.exec(text.slice(index))?.[0].length ?? 0);
    const day = readDay(text, at);
    if (day?.date === undefined) continue;
    const before = text.slice(0, index).trim();
    const behind = text.slice(day.end);
    if (/^[\s).,]*$/.test(behind)) return before;
    // "Workshop on Data, 14 Sept 2026, Room 2 (UTC+2)": time and place come last.
    if (/^\s*[,;|(–—]/.test(behind) && before.split(' ').length > 2) return before;
  }
  return text;
}

const SUBJECT =
  /^(?:subject|betreff|objet|asunto|event|(?:meeting |event |workshop )?(?:title|name)):\s*(?:(?:re|fwd?|aw|wg|tr):\s*)*/i;
const QUOTES = /^["“](.*)["”]$/;

function isName(name: string): boolean {
  if (name.length < 4 || name.length > 150 || name.split(' ').length > 24) return false;
  if (!/\p{L}{3}/u.test(name) || JUNK.test(name) || readDayHeading(name) !== undefined)
    return false;
  if (name.endsWith(':') || name.endsWith(',')) return false;
  if (/[.!]$/.test(name) && name.split(' ').length > 8) return false;
  for (const { span } of spansIn(name)) if (span.sure) return false;
  return true;
}

const GENERIC_WORD = String.raw`(?:(?:the |our |full |detailed |draft |final |preliminary |tentative |provisional |workshop |meeting |conference |event |day |at a )*(?:agenda|program(?:me)?|schedule|timetable|glance|programm|tagesordnung|ablauf|ordre du jour|orden del día|programma|programa)(?: ?/ ?(?:agenda|program(?:me|m|ma|a)?|schedule|ablauf))?|(?:agenda|schedule|program(?:me)?) at a glance|home ?page|home|welcome|workshop|conference|meeting|overview|about|contact|registration|venue|speakers|participants|attendees|organi[sz]ers|committee)`;
const GENERIC = new RegExp(
  String.raw`^${GENERIC_WORD}(?: v(?:ersion)? ?\d[\d.]*)?(?:\s*\([^()]*\))?[\s:.!]*$`,
  'i',
);
const GENERIC_LEAD =
  /^(?:(?:draft|final|preliminary|tentative|provisional|detailed) )?(?:agenda|program(?:me)?|schedule|tagesordnung|ordre du jour)\s*(?:for(?: the)?\s+|of the\s+|[:–—]\s*|-\s+)/i;
const GENERIC_TAIL =
  /\s*(?:[:–—]|\s-)\s*(?:(?:draft|final|preliminary|tentative|provisional|detailed) )?(?:agenda|program(?:me)?|schedule|timetable)\s*(?:\(draft\))?$/i;
const JUNK =
  /^[([*\s]*(?:\d{1,2}\.\d|skip (?:to|navigation)|menu|toggle|search|log ?in|sign (?:in|up)|home\b|jump to|main content|share|follow us|download|print|back to|contact|privacy|cookies?|subscribe|from:|to:|subject:|sent:|cc:|date:|time:|when:|where:|what:|who:|wo:|wann:|cost:|chairs?:|hosts?:|speakers?:|(?:morning|afternoon|evening)\b|session \d|part \d|location:|venue:|place:|room:|zoom|(?:this|next) (?:week|month)|today|tomorrow|hi\b|hello|dear|all times|time ?zone|last updated|posted|https?:|www\.|time\b.{0,40}\b(?:session|event|title|topic|activity))|@\w|https?:/i;
const EVENT_WORD =
  /\b(?:workshops?|meeting|conference|symposium|hackathon|summit|seminar|retreat|convening|gathering|assembly|annual|(?:summer|winter|spring|autumn) school|forum|assembly|kick-?off|training|course|colloquium|congress|convention|unconference|bootcamp|camp|roundtable|consultation|webinar|institute|days?|week|tagung|klausur|treffen|atelier|journée|séminaire|rencontre|taller|jornada|reunión|encuentro|convegno|giornata|20\d\d)\b|ワークショップ|シンポジウム|研究会|会議|研讨会|论坛|会议/i;
