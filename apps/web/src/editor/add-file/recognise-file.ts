import { UnusableFile } from './unusable-file.ts';

/** So much a file may hold, in bytes; megabytes of 1,000,000 bytes, as file managers show them. */
export const mostBytes = 10_000_000;

/** What can become part of a note. */
export type FileKind = 'docx' | 'html' | 'markdown';

/**
 * What a file is, by its first bytes before its name: names are changed more easily.
 * @throws UnusableFile for what cannot become part of a note
 */
export function recogniseFile(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new UnusableFile(`${name} is empty. Choose another file.`);
  if (bytes.length > mostBytes) throw tooLarge(name, bytes.length);
  if (begins(bytes, '%PDF'))
    throw new UnusableFile(
      `${name} is a PDF, which does not say what is a paragraph. Add the document that it was made from, or copy the text and paste it.`,
    );
  if (begins(bytes, '\xd0\xcf\x11\xe0'))
    throw new UnusableFile(
      holds(bytes, 'EncryptedPackage')
        ? `${name} is protected by a password. Open it, save it without the password, and add that file.`
        : `${name} is in the format of Word before 2007. Open it and save it as Word document (.docx).`,
    );
  if (begins(bytes, '{\\rtf'))
    throw new UnusableFile(
      `${name} is a Rich Text file. Open it in a word processor and save it as Word document (.docx).`,
    );
  if (begins(bytes, 'PK\x03\x04')) return 'docx';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'docx')
    throw new UnusableFile(
      `${name} is no Word document inside, or it is damaged. Open it in a word processor and save it again.`,
    );
  if (['html', 'htm', 'xhtml'].includes(ending)) return 'html';
  if (['md', 'markdown', 'txt', 'text', ''].includes(ending)) return 'markdown';
  throw new UnusableFile(
    `${name} is of a kind that a note does not take. Markdown (.md), HTML (.html) and Word documents (.docx) can be added.`,
  );
}

/** @param size in bytes */
export function tooLarge(name: string, size: number): UnusableFile {
  const megabytes = (size / 1_000_000).toFixed(1);
  return new UnusableFile(
    `${name} has ${megabytes} MB; ${mostBytes / 1_000_000} MB are possible. Make its pictures smaller, or add it in parts.`,
  );
}

function begins(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** Whether the name of a stream stands in a compound file: its names are UTF-16. */
function holds(bytes: Uint8Array, stream: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...stream].join('\0'));
}
