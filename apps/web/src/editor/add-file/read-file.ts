import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { mostBytes, recogniseFile, tooLarge } from './recognise-file.ts';
import { UnusableFile } from './unusable-file.ts';

/** What a file holds, before it becomes part of a note. */
export interface ReadFile {
  readonly is: 'html' | 'markdown';
  readonly text: string;
  /** Sentences about what stays behind, or might look wrong. */
  readonly remarks: readonly string[];
}

/**
 * Reads a Markdown, HTML or Word file. Nothing in it is run, and nothing that it points to is fetched.
 * @throws UnusableFile with a sentence that says what to do
 */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file;
  if (file.size > mostBytes) throw tooLarge(name, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = recogniseFile(name, bytes);
  if (kind === 'docx') {
    const { html, lostPictures } = await readDocx(name, bytes);
    return {
      is: 'html',
      text: html,
      remarks: counted(
        lostPictures,
        'picture',
        'of a kind a note does not show, or not in the file',
      ),
    };
  }
  const decoded = decodeText(bytes);
  if (decoded === null)
    throw new UnusableFile(
      `${name} is not text, or it is damaged. Open it in the program it comes from and save it as text in UTF-8.`,
    );
  const remarks =
    decoded.encoding === 'UTF-8'
      ? []
      : [
          `Read as ${decoded.encoding}. If letters look wrong in the note, undo, save the file as UTF-8 and add it again.`,
        ];
  return { is: kind, text: decoded.text, remarks };
}

/** “2 pictures: why”, or nothing for none. */
export function counted(count: number, name: string, why: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}: ${why}.`];
}
