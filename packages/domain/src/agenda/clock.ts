/** A time of day as it was written. Which half of the day it means may only show from its neighbours. */
export interface Clock {
  /** 0 to 24. */
  hour: number;
  minute: number;
  half: 'am' | 'pm' | undefined;
  style: ClockStyle;
  /** Minutes, or a word such as "Uhr", were written: not only "9" or "9h". */
  exact: boolean;
}

/** 9:00 · 9.00 · 9h00, 9 Uhr · 0900 · 9 · noon */
type ClockStyle = 'colon' | 'dot' | 'letter' | 'military' | 'bare' | 'word';

type ClockReading =
  | { is: 'clock'; clock: Clock; end: number }
  | { is: 'no-such-time'; text: string; style: ClockStyle; end: number };

/**
 * The time of day that begins at `at`. Written like one but impossible ("25:00", "9:75") is a
 * reading of its own, because that is a mistake worth telling.
 */
export function readClock(text: string, at: number): ClockReading | undefined {
  return readWord(text, at) ?? readDigits(text, at);
}

/** Minutes from midnight, for a clock whose half of the day is known or does not matter. */
export function clockMinutes(clock: Clock): number {
  if (clock.half === undefined) return clock.hour * 60 + clock.minute;
  const hour = clock.hour > 12 ? clock.hour : (clock.hour % 12) + (clock.half === 'pm' ? 12 : 0);
  return hour * 60 + clock.minute;
}

/** No am or pm is missing: "2 pm", "14:00", "noon". */
export function isFixed(clock: Clock): boolean {
  return clock.half !== undefined || clock.hour === 0 || clock.hour > 12;
}

const WORD =
  /(?:(?:12(?:[:.]00)?|twelve) ?)?(noon|nn|mid-?day|midnight|midi|minuit)(?![\p{L}\d])/iuy;

function readWord(text: string, at: number): ClockReading | undefined {
  const match = execAt(WORD, text, at);
  const word = match?.[1]?.toLowerCase();
  if (match === undefined || word === undefined) return undefined;
  const alone = match[0].length === word.length;
  if (word === 'nn' && alone) return undefined;
  const half = /^(?:midnight|minuit)$/.test(word) ? 'am' : 'pm';
  const clock: Clock = { hour: 12, minute: 0, half, style: alone ? 'word' : 'letter', exact: true };
  return { is: 'clock', clock, end: at + match[0].length };
}

const FORMS: readonly (readonly [style: ClockStyle, form: RegExp])[] = [
  [
    'letter',
    /(\d{1,2})(?:[.:](\d{2}))? ?(?:[Uu]hr|uur|o['’]clock)(?! ?\d{3})(?: ?(\d{2})(?![\d.:]))?(?!\p{L})/uy,
  ],
  ['colon', /(\d{1,2})(?: : |:)(\d{2})(?:[:.]\d{2}(?!\d))?(?!\d)/y],
  ['letter', /(\d{1,2}) ?[hH] ?(\d{2})(?![\da-z])/y],
  ['letter', /(\d{1,2})u(\d{2})(?![\da-z])/y],
  ['letter', /(\d{1,2}) ?[hH](?![\dA-Za-z])/y],
  ['dot', /(\d{1,2})\.(\d{2})(?!\d|\.\d)/y],
  ['military', /([01]\d|2[0-4])([0-5]\d)(?!\d)/y],
  ['dot', /(\d{1,2})(\d{2})(?= ?[AaPp]\.? ?[Mm])/y],
  ['bare', /(\d{1,2})(?!\d|[:;.,]\d)/y],
];
const HALF = /( ?)([AaPp])(?:\. ?| (?=[Mm]\b))?[Mm](?![a-z])\.?/y;
const HALF_LETTER = /([ap])(?![A-Za-z.])/y;
const HOURS = / ?(?:h|hs|hrs?|hours|Uhr|uhr|uur|o['’]clock)(?![A-Za-z\d])\.?/y;
const NOON = / ?\(?(noon|midnight|nn)(?![A-Za-z])\)?/iy;

function readDigits(text: string, at: number): ClockReading | undefined {
  for (const [style, form] of FORMS) {
    const match = execAt(form, text, at);
    if (match === undefined) continue;
    const hour = Number(match[1]);
    const minute = Number(match[2] ?? match[3] ?? 0);
    const { half, end } = readHalf(text, at + match[0].length, style);
    const possible =
      hour <= 24 && minute < 60 && (hour < 24 || minute === 0) && !(half === 'am' && hour > 12);
    if (possible) {
      const exact = match[2] !== undefined || /\p{L}{2}/u.test(match[0]);
      return { is: 'clock', clock: { hour, minute, half, style, exact }, end };
    }
    // Large numbers are numbers, unless the colon says that a time was meant.
    if (style !== 'colon' && style !== 'dot') return undefined;
    return { is: 'no-such-time', text: text.slice(at, end).trim(), style, end };
  }
  return undefined;
}

function readHalf(
  text: string,
  at: number,
  style: ClockStyle,
): { half: 'am' | 'pm' | undefined; end: number } {
  const word = execAt(NOON, text, at);
  if (word?.[1] !== undefined) {
    return { half: /midnight/i.test(word[1]) ? 'am' : 'pm', end: at + word[0].length };
  }
  const written = execAt(HALF, text, at);
  if (written !== undefined && endsHere(text, at + written[0].length, written[1] === '')) {
    return { half: letterHalf(written[2]), end: at + written[0].length };
  }
  const letter = style === 'bare' ? undefined : execAt(HALF_LETTER, text, at);
  if (letter !== undefined) return { half: letterHalf(letter[1]), end: at + 1 };
  const hours = style === 'bare' ? undefined : execAt(HOURS, text, at);
  return { half: undefined, end: at + (hours?.[0].length ?? 0) };
}

// "9:00AMWelcome" is what is left of two columns; "9:00 AMReX" begins a title.
function endsHere(text: string, at: number, attached: boolean): boolean {
  return (
    !/[A-Za-z\d]/.test(text.charAt(at)) || (attached && /^[A-Z][a-z]/.test(text.slice(at, at + 2)))
  );
}

function letterHalf(letter: string | undefined): 'am' | 'pm' {
  return letter?.toLowerCase() === 'a' ? 'am' : 'pm';
}

/** Matches a sticky pattern at a place. */
export function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
