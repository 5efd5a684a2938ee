import type { WorkshopRecord } from './record.ts';
import { fullName, sessionName } from './report/wording.ts';
import { type Scope, wholeEvent } from './scope.ts';

/** Bytes of UTF-8 before the ending: file systems allow 255, encrypted ones 143, and a path needs room too. */
const longestStem = 120;

/** What Windows, macOS or Linux forbid or read as something else, and letters that hide or turn others. */
const unsafe =
  // oxlint-disable-next-line no-control-regex
  /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/g;

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A file name that Windows, macOS and Linux take, of any text: other scripts than Latin stay, and nothing is
 * cut inside of what readers see as one letter.
 * @param ending without its dot
 */
export function fileName(text: string, ending: string): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(unsafe, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+/u, '');
  const stem = shortened(clean).replace(/[\s.]+$/u, '');
  const first = stem.split('.')[0] ?? '';
  if (stem === '') return `workshop.${ending}`;
  return device.test(first.trim()) ? `${stem}_.${ending}` : `${stem}.${ending}`;
}

/** What an export is called: the workshop, and the session or table that it tells. */
export function exportFileName(record: WorkshopRecord, ending: string, scope = wholeEvent): string {
  return fileName([...scopeNames(record, scope), record.workshop.title].join(' - '), ending);
}

/** What of the record a scope names, the smallest first: a long title then cuts itself, not them. */
function scopeNames(record: WorkshopRecord, scope: Scope): readonly string[] {
  const group = record.groups.find((each) => each.id === scope.group);
  const session = record.sessions.find((each) => each.id === scope.session);
  return [
    ...(group === undefined ? [] : [fullName(record, group)]),
    ...(session === undefined ? [] : [sessionName(session)]),
  ];
}

function shortened(text: string): string {
  let bytes = 0;
  let stem = '';
  for (const { segment } of graphemes.segment(text)) {
    bytes += new TextEncoder().encode(segment).length;
    if (bytes > longestStem) break;
    stem += segment;
  }
  return stem;
}
