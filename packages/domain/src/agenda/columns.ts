import { type DayHeading, readDayHeading } from './day-heading.ts';
import type { Cell } from './source-line.ts';
import { cellText } from './source-line.ts';
import { readSpan } from './time.ts';
import { findZone } from './time-zone.ts';

/** What a column of a table holds. */
export type ColumnRole =
  | { is: 'time'; zone: string | undefined }
  | { is: 'start'; zone: string | undefined }
  | { is: 'end' }
  | { is: 'duration' }
  | { is: 'date' }
  | { is: 'title'; rank: number }
  | { is: 'format' }
  | { is: 'report-back' }
  | { is: 'aside' }
  | { is: 'track' }
  | { is: 'day'; heading: DayHeading };

/**
 * The roles of the columns, if the row is the head of a table: a column of times, and something beside it.
 * A column under a date or a weekday holds that day's rows; columns under unknown words are parallel
 * tracks, or the title if there is only one.
 */
export function readColumns(cells: readonly Cell[]): ColumnRole[] | undefined {
  const own = cells.filter((cell) => cell.repeats === undefined);
  if (own.some((cell) => readSpan(cellText(cell), 0, 'cell') !== undefined)) return undefined;
  const roles = cells.map((cell) => readRole(cellText(cell)));
  const hasTime = roles.some((role) => role?.is === 'time' || role?.is === 'start');
  const isGrid = roles.filter((role) => role?.is === 'day').length > 1;
  if (!hasTime && !isGrid) return undefined;
  if (!hasTime) {
    // A grid of days often leaves the corner above its times empty.
    if (cellText(cells[0]) !== '' && roles[0]?.is === 'day') return undefined;
    roles[0] = { is: 'time', zone: undefined };
  }
  if (cells.some((cell) => cellText(cell).length > LONGEST_HEAD)) return undefined;
  const hasTitle = roles.some((role) => role?.is === 'title' || role?.is === 'day');
  return roles.map((role, at) => {
    if (role !== undefined) return role;
    return hasTitle || cellText(cells[at]) === '' ? { is: 'aside' } : { is: 'track' };
  });
}

const LONGEST_HEAD = 60;

function readRole(text: string): ColumnRole | undefined {
  const words = text
    .toLowerCase()
    .replace(/[([{].*$/, '')
    .replace(/[*:#.]/g, '')
    .trim();
  if (words === '') return undefined;
  if (TIME.test(words)) return { is: 'time', zone: findZone(text) };
  if (START.test(words)) return { is: 'start', zone: findZone(text) };
  if (END.test(words)) return { is: 'end' };
  if (DURATION.test(words)) return { is: 'duration' };
  if (DATE.test(words)) return { is: 'date' };
  if (REPORT_BACK.test(words)) return { is: 'report-back' };
  if (FORMAT.test(words)) return { is: 'format' };
  if (ASIDE.test(words)) return { is: 'aside' };
  const rank = TITLES.findIndex((title) => title.test(words));
  if (rank >= 0) return { is: 'title', rank };
  const zone = findZone(text);
  if (zone !== undefined && zone.length === text.length) return { is: 'time', zone };
  const heading = readDayHeading(text);
  // Words may follow the day, but no hours: those make it a line of its own.
  if (heading === undefined || /\d/.test(text.slice(heading.end))) return undefined;
  return { is: 'day', heading };
}

const TIME =
  /^(?:(?:local |start and end |session )?times?(?: ?slots?| range| block| of day)?|times?,? .{2,30}|timeslots?|timing|when|hours?|slots?|zeit|uhrzeit|zeitraum|heures?|horaires?|horas?|horarios?|horário|ora|orario|tijd|tid|klockan|klokken|時間|时间)\b|^.{2,12} time$/;
const START =
  /^(?:start(?:s|ing)?|begins?|from|beginn|von|début|debut|de|inicio|inizio|start ?time|begin(?:ning)? time)$/;
const END = /^(?:ends?|finish|to|until|till|ende|bis|fin|à|end ?time|stop|fine)$/;
const DURATION =
  /^(?:durations?|length|mins?|minutes|dauer|durée|duración|durata|time allotted|allotted time|how long)$/;
const DATE = /^(?:dates?|days?|datum|tag|jours?|día|fecha|data|giorno|dag|weekday)$/;
const REPORT_BACK = /^(?:report|reporting|share|read)[ -]?(?:back|out)s?(?: time| at)?$/;
const FORMAT =
  /^(?:formats?|types?|kind|mode|session types?|session formats?|art|activity types?|category|methods?|methode|méthode|método)$/;
const ASIDE =
  /^(?:rooms?|locations?|where|venues?|places?|ort|raum|salle|lieu|sala|lugar|speakers?(?: name)?s?|presenters?|who|leads?|leaders?|led by|chairs?|hosts?|facilitators?|facilitated by|moderators?|by|responsible|referent(?:en|in)?|intervenants?|ponentes?|relatori|organi[sz]ers?|participants?|audience|notes?|comments?|remarks?|materials?|slides?|links?|resources?|goals?|objectives?|purpose|outcomes?|outputs?|zoom|recordings?|abstracts?|tables?|nr|no|#|affiliations?|institutions?)\b/;
// Where several could be the title, the first of these is.
const TITLES: readonly RegExp[] = [
  /^(?:title|session title|talk title|titel|titre|título|titolo)\b/,
  /^(?:sessions?|agenda items?|agenda points?|items?|programmpunkt|programm|was)\b/,
  /^(?:activity|activities|events?|activité|actividad|attività|aktivität|what|aktivitet)\b/,
  /^(?:topics?|subjects?|themes?|thema|themen|sujet|tema|argomento|onderwerp)\b/,
  /^(?:talks?|presentations?|agenda|program(?:me)?|schedule|content|inhalt|contenu|programma|programa|内容)\b/,
  /^(?:descriptions?|details?|beschreibung)\b/,
];
