import type { Agenda, AgendaDay, AgendaProblem } from './agenda.ts';
import { checkAgendaText } from './agenda-text.ts';
import { agendaZone } from './agenda-zone.ts';
import { readBareEnds } from './bare-ends.ts';
import { type HourStyle, hourStyle } from './day-clock.ts';
import { type DatedDay, dateDays, datesOfEvent } from './day-dates.ts';
import { type DraftDay, splitDays } from './days.ts';
import { eventTitle } from './event-title.ts';
import { readItems } from './items.ts';
import { readLines } from './lines.ts';
import { type ReadLine, readEachLine } from './readings.ts';
import { chooseRows } from './row-choice.ts';
import { giveTitles } from './row-titles.ts';

/**
 * Reads an agenda as people paste it: plain text, Markdown, HTML source, tables in any of these or from a
 * spreadsheet, one or several days. Lines that look like rows and can't be read, and rows that contradict each other,
 * are listed in `problems`; nothing is guessed silently. Text without rows gives an agenda without days.
 * @throws AgendaRefused for what can't be an agenda: empty, more than 1 MB of UTF-8, no text
 */
export function parseAgenda(text: string): Agenda {
  checkAgendaText(text);
  const { lines: read, statedZone } = readEachLine(readLines(text));
  const lines = giveTitles(chooseRows(readBareEnds(read)));
  const unreadable = lines.flatMap(unreadableLine);

  const drafts = splitDays(lines);
  const style = hourStyle(drafts.flatMap((draft) => draft.rows));
  const dates = dateDays(
    drafts.map(({ heading, headingLine }) => ({ heading, text: headingLine?.text ?? '' })),
    mentionedDates(lines),
    mentionedYears(lines),
  );
  const days = drafts.map((draft, at) => readDay(draft, style, dates[at]));
  const zone = agendaZone(lines, statedZone);
  const problems = [unreadable, ...days.map((day) => day.problems), zone.problems].flat();

  const title = eventTitle(lines);
  return {
    ...(title === undefined ? {} : { title }),
    ...(zone.timeZone === undefined ? {} : { timeZone: zone.timeZone }),
    days: days.map(({ day }) => day).filter(({ items }) => items.length > 0),
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

function unreadableLine({ line, reading }: ReadLine): AgendaProblem[] {
  if (reading.is !== 'unreadable') return [];
  return [{ line: line.number, text: line.raw, message: reading.message }];
}

function readDay(
  draft: DraftDay,
  style: HourStyle,
  dated: DatedDay | undefined,
): { day: AgendaDay; problems: AgendaProblem[] } {
  const { items, problems } = readItems(draft.rows, style);
  const { headingLine } = draft;
  if (dated?.problem !== undefined && headingLine !== undefined) {
    problems.push({ line: headingLine.number, text: headingLine.raw, message: dated.problem });
  }
  return { day: dated?.date === undefined ? { items } : { date: dated.date, items }, problems };
}

// The dates of an event stand at the top of its page, or beside its days.
const HEAD_LINES = 80;

function mentionedDates(lines: readonly ReadLine[]): ReturnType<typeof datesOfEvent> {
  const firstRow = lines.findIndex(({ reading }) => reading.is === 'rows');
  return lines
    .slice(0, Math.min(firstRow < 0 ? lines.length : firstRow, HEAD_LINES))
    .flatMap(({ line, reading }) =>
      reading.is === 'day' && reading.heading.date === undefined ? [] : datesOfEvent(line),
    );
}

/** Years in the short lines at the top, such as "Workshop 2026". */
function mentionedYears(lines: readonly ReadLine[]): number[] {
  const head = lines
    .slice(0, 12)
    .filter(({ line }) => line.text.length <= 120 && !/©|copyright|since|updated/i.test(line.text));
  return [
    ...new Set(
      head.flatMap(({ line }) =>
        [...line.text.matchAll(/(?<![\d-–])20\d\d(?![\ds]|[-–]\d)/g)].map(([year]) => Number(year)),
      ),
    ),
  ];
}
