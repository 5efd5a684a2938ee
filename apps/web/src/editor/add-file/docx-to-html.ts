import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { UnusableFile } from './unusable-file.ts';

/** What a DOCX may unpack to, in bytes: its parts are read in memory, and its XML becomes a tree. */
const limits = { whole: 60_000_000, xml: 20_000_000 };

/** A Word document's text, and how many of its pictures lie elsewhere or are of a kind that no note shows. */
export interface DocxText {
  readonly html: string;
  readonly lostPictures: number;
}

/**
 * The text of a Word document as HTML, pictures within as `data:` addresses. What its ZIP says about sizes is
 * believed only so far as it may not unpack to more; nothing that it points to outside is read.
 * @throws UnusableFile for what is no Word document, is damaged, or is too large unpacked
 */
export async function docxToHtml(name: string, bytes: Uint8Array): Promise<DocxText> {
  const parts = unpack(name, bytes);
  if (parts['word/document.xml'] === undefined)
    throw new UnusableFile(
      `${name} is no Word document. Open it in the program it comes from and save it as Word document (.docx).`,
    );
  const { buffer } = zipSync(parts, { level: 0 });
  try {
    // The library's build for browsers reads the one, the one for Node.js the other.
    const input = { arrayBuffer: buffer, buffer: buffer as unknown as Buffer };
    const { value, messages } = await mammoth.convertToHtml(input, {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        'u => u',
      ],
    });
    return { html: value, lostPictures: messages.filter(({ type }) => type === 'error').length };
  } catch {
    throw damaged(name);
  }
}

function unpack(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let whole = 0;
  let isTooLarge = false;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: (part) => {
        // Nothing that runs, and no fonts: neither becomes part of a note.
        if (!/\.(xml|rels|png|jpe?g|webp|gif|bmp)$/i.test(part.name)) return false;
        whole += part.originalSize;
        const isXml = /\.(xml|rels)$/i.test(part.name);
        isTooLarge ||= whole > limits.whole || (isXml && part.originalSize > limits.xml);
        return !isTooLarge;
      },
    });
  } catch {
    throw damaged(name);
  }
  if (isTooLarge)
    throw new UnusableFile(
      `${name} unpacks to more than a note can take. Add it in parts, or save it with smaller pictures.`,
    );
  return parts;
}

function damaged(name: string): UnusableFile {
  return new UnusableFile(
    `${name} is damaged, or no Word document. Open it in a word processor, save it again, and add that file.`,
  );
}
