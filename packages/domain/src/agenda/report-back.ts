import type { Clock } from './clock.ts';
import { classify, reportBackAt, speaksOfReportBack } from './kind.ts';
import { trimSeparators } from './row-title.ts';
import { spansIn, type TimeSpan } from './time.ts';

/** When a breakout's groups report back: at a time, or so many minutes before its end. */
export type WrittenReportBack = { is: 'at'; clock: Clock } | { is: 'last'; minutes: number };

/** The report-back that a line inside a breakout's row tells: "Report Back 12:00pm CDT", "11:40 report out". */
export function readReportBackLine(text: string): WrittenReportBack | undefined {
  if (text.length > 200 || !speaksOfReportBack(text)) return undefined;
  for (const { span } of spansIn(text)) return { is: 'at', clock: span.start };
  return readLastMinutes(text);
}

/**
 * Takes the report-back out of a breakout's own title: "Small groups (report back 12:00)". Undefined where the title
 * tells none, or would be nothing without it.
 */
export function takeReportBack(
  title: string,
): { title: string; reportBack: WrittenReportBack } | undefined {
  const named = reportBackAt(title);
  if (named < 0) return undefined;
  for (const { at, end, span } of spansIn(title)) {
    if (!isNear(title, named, at, span)) continue;
    const from = partBegins(title, Math.min(named, at));
    const rest = trimSeparators(title.slice(0, from));
    if (rest === '') return undefined;
    const after = title.slice(end).replace(/^\s*[)\]]/, '');
    const whole = trimSeparators(`${rest}${/^\s*[,;.]?\s*$/.test(after) ? '' : after}`);
    if (classify(whole).kind !== 'breakout') return undefined;
    return { title: whole, reportBack: { is: 'at', clock: span.start } };
  }
  const last = readLastMinutes(title.slice(named));
  return last && { title, reportBack: last };
}

// Between "report back" and its time stand only words like "at".
function isNear(title: string, named: number, at: number, span: TimeSpan): boolean {
  if (!span.sure && span.start.style === 'bare') return false;
  const between = at > named ? title.slice(named, at) : title.slice(at, named);
  return between.length <= 40 && !/[;|]/.test(between);
}

/** Where the part of the title begins that a mark of punctuation or "and" sets apart before `at`. */
function partBegins(title: string, at: number): number {
  const before = title.slice(0, at);
  const mark =
    /(?:[([,;:.|–—/+&]|\s-|\band|\bwith|\bincluding|\bthen)\s*(?:the\s+|groups?\s+|plenary\s+)?$/i.exec(
      before,
    );
  return mark === null ? at : mark.index;
}

function readLastMinutes(text: string): WrittenReportBack | undefined {
  const minutes = /\blast (\d{1,2}) ?min/i.exec(text)?.[1];
  return minutes === undefined ? undefined : { is: 'last', minutes: Number(minutes) };
}
