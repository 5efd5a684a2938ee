import { execAt } from './clock.ts';
import { plainText } from './text-line.ts';
import { readBracketedDuration, readDuration } from './time.ts';

/** A title longer than this is cut after its first sentence, or else between words. */
const TITLE_LIMIT = 200;

interface RowTitle {
  title: string;
  /** Minutes, where the words named the length of the row: "Welcome (15 min)". */
  duration: number | undefined;
}

/** The title of a row from the words beside its times. */
export function cleanRowTitle(words: string): RowTitle {
  let title = plainText(words.replace(LEADING, ''));
  let duration: number | undefined;
  const leading = readBracketedDuration(title, 0);
  if (leading !== undefined) {
    duration = leading.minutes;
    title = title.slice(leading.end);
  }
  const tail = TRAILING_DURATION.exec(title);
  const minutes = tail?.[1] === undefined ? undefined : readDuration(tail[1]);
  if (tail !== null && minutes !== undefined) {
    duration ??= minutes;
    title = title.slice(0, tail.index);
  }
  return { title: shorten(trimSeparators(title)), duration };
}

/** Without the dashes, colons, commas and open brackets that stood between the title and its times. */
export function trimSeparators(text: string): string {
  let title = text.replace(LEADING, '').replace(TRAILING, '');
  if (title.endsWith(')') && !title.includes('(')) title = title.slice(0, -1).trimEnd();
  if (title.endsWith(']') && !title.includes('[')) title = title.slice(0, -1).trimEnd();
  // One pair of brackets or quotes around all of it.
  const wrapped = /^[([]([^()[\]]+)[)\]]$/.exec(title)?.[1];
  title = wrapped ?? title;
  return title.replace(/\s+/g, ' ').trim();
}

/** The words go on a sentence that began on the line before: "(9:00) and ends at noon". */
export function continuesSentence(words: string): boolean {
  return execAt(SENTENCE_PART, words, 0) !== undefined;
}

const LEADING = /^(?:[\s\-–—−:|,.;•·>»)\]→➔=/*…]|\(\s*\))+/;
const TRAILING = /[\s\-–—−:|,;•·([…→/*]+$|\.{2,}$/;
const TRAILING_DURATION =
  /(?:\s*[([]\s*((?:~|ca\.? |approx\.? )?\d[^()[\]]{0,14})[)\]]|\s*[,–—-]\s*(\d{1,3} ?(?:min|mins|minutes|minuten)\.?))$/i;
const SENTENCE_PART =
  /\s*(?:on|and|to|until|or|each|every|is|was|will|are|which|that|daily|sharp|we|but|as well)\b(?=\s)/y;

function shorten(title: string): string {
  if (title.length <= TITLE_LIMIT) return title;
  const sentence = /^.{10,200}?[.!?](?=\s)/.exec(title)?.[0];
  if (sentence !== undefined) return sentence.replace(/\.$/, '');
  return `${title.slice(0, TITLE_LIMIT).replace(/\s+\S*$/, '')}…`;
}
