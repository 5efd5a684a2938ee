/** The most text that is read as an agenda, in bytes of UTF-8. */
export const AGENDA_LIMIT_BYTES = 1_000_000;

export type AgendaRefusal = 'empty' | 'not-text' | 'too-large';

/** Thrown for something that can't be an agenda at all. The message is a sentence for people. */
export class AgendaRefused extends Error {
  override readonly name = 'AgendaRefused';
  readonly reason: AgendaRefusal;

  constructor(reason: AgendaRefusal, message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Refuses text that is empty, longer than `AGENDA_LIMIT_BYTES`, or no text.
 * @throws AgendaRefused
 */
export function checkAgendaText(text: string): void {
  const bytes = utf8Length(text);
  if (bytes > AGENDA_LIMIT_BYTES) throw tooLarge(bytes);
  const fileKind = FILE_KINDS.find(([start]) => text.startsWith(start))?.[1];
  if (fileKind !== undefined) {
    throw new AgendaRefused(
      'not-text',
      `This is ${fileKind}, not text: open it, copy the agenda and paste that.`,
    );
  }
  if (looksBinary(text)) {
    throw new AgendaRefused(
      'not-text',
      'This is not text: an agenda is read from plain text, Markdown, HTML or a pasted table.',
    );
  }
  // A byte order mark alone is nothing to read either.
  if (!/[^\s\uFEFF\u200B]/u.test(text)) {
    throw new AgendaRefused('empty', 'The agenda is empty: paste its rows, with their times.');
  }
}

/**
 * The text of a file: UTF-8 or UTF-16 by its byte order mark, UTF-8 where it is valid, else
 * Windows-1252, which old editors and office programs still write.
 * @throws AgendaRefused for more than `AGENDA_LIMIT_BYTES`, and for what is no text
 */
export function decodeAgenda(bytes: Uint8Array): string {
  if (bytes.byteLength > AGENDA_LIMIT_BYTES) throw tooLarge(bytes.byteLength);
  const text = decode(bytes);
  checkAgendaText(text);
  return text;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** What a file's text is taken to be written in; `windows-1252` is a guess. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

const FILE_KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF file'],
  ['{\\rtf', 'a rich text file'],
  ['PK\u0003\u0004', 'an office document or ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
];

function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let unprintable = 0;
  for (let at = 0; at < text.length; at++) if (isUnprintable(text.charCodeAt(at))) unprintable++;
  // A stray control character or a wrongly decoded letter happens in honest text.
  return unprintable > 3 && unprintable > text.length / 20;
}

function isUnprintable(code: number): boolean {
  if (code < 0x20) return code < 0x09 || (code > 0x0d && code !== 0x1b);
  return code === 0xfffd || (code >= 0x7f && code < 0xa0 && code !== 0x85);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function tooLarge(bytes: number): AgendaRefused {
  const size = (bytes / 1_000_000).toFixed(2);
  return new AgendaRefused(
    'too-large',
    `The agenda is ${size} MB long, more than 1 MB: paste only the part with the schedule.`,
  );
}
