import type { Block, Inline, WrittenTable } from '@reportback/domain';

/** One line of what a table wrote, as far as two states of it are compared. */
export interface Line {
  /** `card`: a field of the report card, whose name is the mark. */
  readonly look: 'text' | 'heading' | 'code' | 'card';
  /** What stands before the words: a list's sign or number, a box, a field's name; or nothing. */
  readonly mark: string;
  /** How far within lists and quotes, from 0. */
  readonly depth: number;
  readonly words: string;
}

/** The report card's lines, empty fields left out. */
export function cardLines(table: WrittenTable): readonly Line[] {
  const field = (mark: string, words: string): readonly Line[] =>
    words === '' ? [] : [{ look: 'card', mark, depth: 0, words }];
  return [
    ...field('Headline', wordsOf(table.headline)),
    ...table.points.flatMap(({ text }) => field('Point', wordsOf(text))),
    ...field('Ask', wordsOf(table.ask)),
    ...field('Dissent', wordsOf(table.dissent)),
    ...field('Reporter', table.reporter ?? ''),
  ];
}

/** The note's lines, empty ones left out. */
export function noteLines(note: readonly Block[]): readonly Line[] {
  return note.flatMap((block) => blockLines(block, 0)).filter(({ words }) => words !== '');
}

function blockLines(block: Block, depth: number): readonly Line[] {
  const line = (look: Line['look'], words: string, mark = ''): Line => ({
    look,
    mark,
    depth,
    words,
  });
  switch (block.kind) {
    case 'paragraph':
      return [line('text', wordsOf(block.content))];
    case 'heading':
      return [line('heading', wordsOf(block.content))];
    case 'bullet-list':
      return block.items.flatMap(({ blocks }) => marked('•', blocks, depth));
    case 'ordered-list':
      return block.items.flatMap(({ blocks }, n) => marked(`${block.start + n}.`, blocks, depth));
    case 'check-list':
      return block.items.flatMap(({ checked, blocks }) =>
        marked(checked ? '☑' : '☐', blocks, depth),
      );
    case 'quote':
      return block.blocks.flatMap((within) => blockLines(within, depth + 1));
    case 'code':
      return block.text.split('\n').map((words) => line('code', words));
    case 'table':
      return block.rows.map(({ cells }) =>
        line('text', cells.map((cell) => cellWords(cell.blocks)).join(' | ')),
      );
    case 'image':
      return [line('text', block.alt === '' ? 'An image' : `Image: ${block.alt}`)];
    case 'rule':
      return [];
  }
}

/** An item's blocks, the first with the list's sign before it. */
function marked(mark: string, blocks: readonly Block[], depth: number): readonly Line[] {
  const [first, ...rest] = blocks.flatMap((block) => blockLines(block, depth + 1));
  return first === undefined ? [] : [{ ...first, mark }, ...rest];
}

function cellWords(blocks: readonly Block[]): string {
  return noteLines(blocks)
    .map(({ words }) => words)
    .join(' ');
}

function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .trim();
}
