import type { AgendaKind } from './agenda.ts';
import {
  ABOUT_GROUPS,
  BREAK,
  BREAKOUT,
  foldWords,
  OTHER,
  PLENARY,
  REPORT_BACK,
  TALK_AT_MEAL,
  WHOLE_ROOM,
} from './kind-words.ts';

interface Classification {
  kind: AgendaKind;
  /** Words of the title said so; without any, a row is a talk: plenary. */
  sure: boolean;
}

/**
 * What kind of row a title names.
 *
 * - **breakout**: work in small groups: breakouts, small or working groups and sessions, table discussions, group and
 *   team work, world café, roundtables (plural), parallel sessions, unconference, hackathon.
 *   It wins over words of the plenary ("Discussion in small groups", "Keynote and breakouts").
 * - **report-back**: the plenary hears the groups. In a title with both, the word that leads decides: "Report-outs from
 *   the working groups", "Breakout 2 report out" and "Breakout 1: report back" are report-backs; "Breakout 1 and report
 *   back" is a breakout that ends with one.
 * - **plenary**: the whole room: welcome, talks, panels, discussion, "Closing remarks", and whatever no other
 *   kind claims. Telling how the groups will work ("How the breakouts work", "Breakout instructions") is plenary,
 *   a talk at a meal ("Lunch keynote") too, and so is a "whole group" discussion.
 * - **break**: coffee, meals, receptions, social events, networking, free time; never "breakfast" as a part of "break".
 * - **other**: registration, arrival, the end ("Adjourn", "Close", "End of day 1"), departure and transfers, introductions
 *   at the tables, icebreakers, moving to rooms, group photo, tours, setting up.
 *
 * Between break, other and plenary the word that comes first decides: "Registration and coffee" is other, "Lunch and
 * close" a break, "Wrap-up and adjourn" plenary; a compound such as "Welcome coffee" counts as what it ends in.
 * "Roundtable" in the singular is a panel, so plenary. `hints` are further cells of the row ("Format: Breakout").
 */
export function classify(title: string, hints: readonly string[] = []): Classification {
  const own = classifyWords(title);
  if (own.sure && own.kind !== 'plenary') return own;
  for (const hint of hints) {
    if (hint.length > HINT_LIMIT) continue;
    const hinted = classifyWords(hint);
    if (hinted.sure && hinted.kind !== 'plenary') return hinted;
  }
  return own;
}

/** Whether a line speaks of groups that report back. */
export function speaksOfReportBack(text: string): boolean {
  return REPORT_BACK.test(foldWords(text));
}

/** Where a title names the report-back, from its first letter on; -1 if it does not. */
export function reportBackAt(title: string): number {
  return foldWords(title).search(REPORT_BACK);
}

// A long cell is a description, and may name coffee and groups in passing.
const HINT_LIMIT = 60;

function classifyWords(title: string): Classification {
  const words = foldWords(title);
  if (ABOUT_GROUPS.test(words)) return { kind: 'plenary', sure: true };
  const breakout = find(words, BREAKOUT);
  const reportBack = find(words, REPORT_BACK);
  const meal = TALK_AT_MEAL.test(words) ? undefined : find(words, BREAK);
  const other = find(words, OTHER);
  const plenary = find(words, PLENARY);
  const first = (found: Found | undefined): boolean =>
    found !== undefined && !isAfter(found, meal) && !isAfter(found, other);

  if (reportBack !== undefined && (first(reportBack) || isWorkingMeal(words))) {
    if (
      breakout === undefined ||
      reportBack.at <= breakout.at ||
      isOneName(words, breakout, reportBack)
    ) {
      return { kind: 'report-back', sure: true };
    }
  }
  if (breakout !== undefined && (first(breakout) || isWorkingMeal(words))) {
    return { kind: WHOLE_ROOM.test(words) ? 'plenary' : 'breakout', sure: true };
  }
  const candidates: readonly (readonly [AgendaKind, Found | undefined])[] = [
    ['break', meal],
    ['other', other],
    ['plenary', plenary],
  ];
  let earliest: { kind: AgendaKind; at: number } | undefined;
  for (const [kind, found] of candidates) {
    if (found !== undefined && (earliest === undefined || found.at < earliest.at))
      earliest = { kind, at: found.at };
  }
  return { kind: earliest?.kind ?? 'plenary', sure: earliest !== undefined };
}

interface Found {
  at: number;
  end: number;
}

function find(words: string, pattern: RegExp): Found | undefined {
  const match = pattern.exec(words);
  return match === null ? undefined : { at: match.index, end: match.index + match[0].length };
}

function isAfter(found: Found, other: Found | undefined): boolean {
  return other !== undefined && other.at < found.at;
}

function isWorkingMeal(words: string): boolean {
  return /^working (?:lunch|dinner|breakfast|coffee)/.test(words);
}

/** "Breakout 2 report out" names one thing, "Breakout 2 and report out" two. */
function isOneName(words: string, breakout: Found, reportBack: Found): boolean {
  if (reportBack.at < breakout.end) return true;
  const between = words.slice(breakout.end, reportBack.at);
  return /^(?:[\s:–—-]|['’]s?|\b(?:sessions?|groups?|discussions?|rooms?|tables?|work|round|\d{1,2}|[a-d]|i{1,3})\b|#)*$/.test(
    between,
  );
}
