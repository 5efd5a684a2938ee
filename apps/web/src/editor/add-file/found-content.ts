import { markdownToNote } from '@reportback/document/markdown';
import { type Node as NoteNode, DOMParser as NoteParser, type Schema } from '@tiptap/pm/model';
import { cleanPastedHtml } from '../clean-pasted-html.ts';
import { counted, type ReadFile } from './read-file.ts';
import { UnusableFile } from './unusable-file.ts';

/** More letters than this are no table's note: an hour of talk has 60,000. */
const mostLetters = 300_000;

/**
 * What is added goes to the server as one message, so it stays below what a message may hold
 * (`frameBytes`, `frameStructs` and `depth` of the server's limits): bytes of JSON, parts, levels.
 */
const message = { bytes: 1_600_000, parts: 15_000, depth: 32 };

/** Pictures that a note shows. */
const shown = /^data:image\/(?:png|jpeg|webp|gif|bmp);/i;

/** What never becomes part of a note, and what a person calls it. */
const leftOut = 'script, style, iframe, object, embed, form, svg, video, audio, noscript, template';

/**
 * The note's blocks for what a file holds.
 * @param takeIn makes images whose bytes stand within the HTML images of the note
 */
export async function noteContent(
  { is, text }: ReadFile,
  schema: Schema,
  takeIn: (body: HTMLElement) => Promise<void>,
): Promise<NoteNode> {
  if (is === 'markdown') return schema.nodeFromJSON(markdownToNote(text));
  const clean = await cleanPastedHtml(withoutLeftOut(text).body.innerHTML, takeIn);
  const { body } = new DOMParser().parseFromString(clean, 'text/html');
  return NoteParser.fromSchema(schema).parse(body);
}

/** What a file would bring into the note, in words: what can be taken, and what cannot. */
export interface Found {
  readonly taken: string;
  readonly remarks: readonly string[];
}

/** @throws UnusableFile when there is nothing to add, or more than a note should hold */
export async function findContent(name: string, file: ReadFile, schema: Schema): Promise<Found> {
  let pictures = 0;
  const content = await noteContent(file, schema, async (body) => {
    for (const picture of body.querySelectorAll('img[src^="data:image/" i]')) {
      if (shown.test(picture.getAttribute('src') ?? '')) pictures++;
      picture.remove();
    }
  });
  const letters = content.textContent.length;
  if (letters === 0 && pictures === 0)
    throw new UnusableFile(`${name} has no text and no pictures. Choose another file.`);
  if (letters > mostLetters)
    throw new UnusableFile(
      `${name} has ${letters.toLocaleString('en')} letters; ${mostLetters.toLocaleString('en')} can be added. Add the part that matters here.`,
    );
  if (!fitsMessage(content))
    throw new UnusableFile(
      `${name} has more lines, cells or levels than can be added at once. Add it in parts.`,
    );
  return { taken: said(content, pictures), remarks: [...file.remarks, ...leftBehind(file)] };
}

function fitsMessage(content: NoteNode): boolean {
  let parts = 0;
  let deepest = 0;
  const count = (node: NoteNode, depth: number) => {
    parts += 1 + Object.keys(node.attrs).length + 2 * node.marks.length;
    deepest = Math.max(deepest, depth);
    node.forEach((child) => count(child, depth + 1));
  };
  count(content, 0);
  if (parts > message.parts || deepest > message.depth) return false;
  return new TextEncoder().encode(JSON.stringify(content.toJSON())).length <= message.bytes;
}

function leftBehind({ is, text }: ReadFile): readonly string[] {
  if (is === 'markdown') {
    const linked = text.match(/!\[[^\]]*\]\(/g)?.length ?? 0;
    return counted(linked, 'picture', 'only its address is in the file, so a link stands for it');
  }
  const { parts, body } = withoutLeftOut(text);
  const linked = body.querySelectorAll('img[src]:not([src^="data:" i])').length;
  const within = [...body.querySelectorAll('img[src^="data:" i]')];
  const odd = within.filter((image) => !shown.test(image.getAttribute('src') ?? '')).length;
  return [
    ...counted(odd, 'picture', 'of a kind that a note does not show'),
    ...counted(linked, 'picture', 'not in the file, so its words or a link stand for it'),
    ...counted(parts, 'part', 'scripts, styles, forms, frames and drawings'),
  ];
}

/** Parsed in a document that runs and fetches nothing. */
function withoutLeftOut(html: string): { readonly body: HTMLElement; readonly parts: number } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // An image of a note is known by an id, which a file can only have copied from elsewhere.
  for (const image of page.querySelectorAll('[data-image]')) image.removeAttribute('data-image');
  for (const slice of page.querySelectorAll('[data-pm-slice]'))
    slice.removeAttribute('data-pm-slice');
  const parts = page.querySelectorAll(leftOut);
  for (const part of parts) part.remove();
  return { body: page.body, parts: parts.length };
}

const names: Readonly<Record<string, string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'list item',
  taskItem: 'task',
  table: 'table',
  codeBlock: 'piece of code',
};

/** “2 headings, 12 paragraphs, 1 table, 2 pictures”. */
function said(content: NoteNode, pictures: number): string {
  const counts = new Map<string, number>();
  content.descendants((node, _at, parent) => {
    const name = node.textContent === '' ? undefined : names[node.type.name];
    const isOfAnother = node.type.name === 'paragraph' && parent !== content;
    if (name !== undefined && !isOfAnother) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  if (pictures > 0) counts.set('picture', pictures);
  return [...counts]
    .map(([name, count]) =>
      count === 1
        ? `1 ${name}`
        : `${count} ${name === 'piece of code' ? 'pieces of code' : `${name}s`}`,
    )
    .join(', ');
}
