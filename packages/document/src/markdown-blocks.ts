import type { Block, BlockId, CheckItem, Inline, ListItem, TableRow } from '@reportback/domain';
import { unreachable } from '@reportback/domain';
import type { List, ListItem as MarkdownItem, Root, RootContent, Table } from 'mdast';
import { asWritten, footnoteMark, type InlineContext, readInlines } from './markdown-inlines.ts';
import { headingLevels } from './note-names.ts';
import { joinRuns } from './project-inline.ts';

export interface BlockContext extends InlineContext {
  readonly idOfLines: (first: number, last: number) => BlockId | null;
  readonly depth: number;
}

/**
 * Lists and quotes within each other that are read as such; deeper, the Markdown stays as it was written.
 * A list takes two levels in the stored note, of which the server admits 64.
 */
const deepest = 20;

/** The addresses that links and images can refer to by name; of two of one name the first counts. */
export function definitionsIn(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting: RootContent[] = root.children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'definition' && !found.has(next.identifier))
      found.set(next.identifier, next.url);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return found;
}

/** Markdown's blocks as a note's. */
export function readBlocks(
  content: readonly RootContent[],
  context: BlockContext,
): readonly Block[] {
  if (context.depth > deepest) {
    const text = asWritten(content, context);
    return text === '' ? [] : [paragraph(lines(text))];
  }
  return content.flatMap((part) => block(part, { ...context, depth: context.depth + 1 }));
}

function block(part: RootContent, context: BlockContext): readonly Block[] {
  switch (part.type) {
    case 'paragraph':
      return [paragraph(readInlines(part.children, context), idOf(part, context))];
    case 'heading':
      return [
        {
          kind: 'heading',
          id: idOf(part, context),
          level: headingLevels[part.depth - 1] ?? 3,
          content: readInlines(part.children, context),
        },
      ];
    case 'list':
      return list(part, context);
    case 'blockquote':
      return [{ kind: 'quote', blocks: readBlocks(part.children, context) }];
    case 'code':
      return [{ kind: 'code', language: part.lang ?? null, text: part.value }];
    case 'table':
      return [{ kind: 'table', rows: tableRows(part, context) }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'html':
      return [paragraph(lines(part.value))];
    case 'footnoteDefinition':
      return footnote(readBlocks(part.children, context), `${footnoteMark(part)}: `);
    case 'definition':
    case 'yaml':
      return [];
    case 'listItem':
      return [{ kind: 'bullet-list', items: [listItem(part, context)] }];
    case 'tableRow':
    case 'tableCell':
      // They stand in tables only, which read them themselves.
      return [];
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return [paragraph(readInlines([part], context))];
    default:
      return unreachable(part);
  }
}

function paragraph(content: readonly Inline[], id: BlockId | null = null): Block {
  return { kind: 'paragraph', id, content };
}

function idOf(part: Pick<RootContent, 'position'>, { idOfLines }: BlockContext): BlockId | null {
  return part.position === undefined
    ? null
    : idOfLines(part.position.start.line, part.position.end.line);
}

/** Text whose lines stay lines. */
function lines(text: string): readonly Inline[] {
  return text
    .split(/\r?\n|\r/)
    .flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'line-break' } as const]),
      ...(line === '' ? [] : [{ kind: 'text', text: line, marks: [] } as const]),
    ]);
}

/**
 * A list of Markdown can mix items with and without a box; a note has lists of one kind, so it becomes as
 * many as it has runs, and numbers go on counting.
 */
function list(part: List, context: BlockContext): readonly Block[] {
  const result: Block[] = [];
  let run: MarkdownItem[] = [];
  let number = part.start ?? 1;
  const settle = () => {
    if (run.length > 0)
      result.push(listOfOneKind(run, part.ordered === true ? number : null, context));
    number += run.length;
    run = [];
  };
  for (const item of part.children) {
    if (run[0] !== undefined && isCheck(run[0]) !== isCheck(item)) settle();
    run.push(item);
  }
  settle();
  return result;
}

function listOfOneKind(
  items: readonly MarkdownItem[],
  start: number | null,
  context: BlockContext,
): Block {
  if (items[0] !== undefined && isCheck(items[0]))
    return {
      kind: 'check-list',
      items: items.map(
        (item): CheckItem => ({ checked: item.checked === true, ...listItem(item, context) }),
      ),
    };
  const read = items.map((item) => listItem(item, context));
  return start === null
    ? { kind: 'bullet-list', items: read }
    : { kind: 'ordered-list', start, items: read };
}

function isCheck(item: MarkdownItem): boolean {
  return typeof item.checked === 'boolean';
}

function listItem(item: MarkdownItem, context: BlockContext): ListItem {
  return { blocks: readBlocks(item.children, context) };
}

/** Every row as wide as the first: shorter ones are filled up, what stands beyond is dropped, as GitHub does. */
function tableRows(table: Table, context: BlockContext): readonly TableRow[] {
  const width = table.children[0]?.children.length ?? 0;
  return table.children.map((row, index) => ({
    cells: Array.from({ length: width }, (_, column) => {
      const cell = row.children[column];
      const content =
        cell === undefined
          ? paragraph([])
          : paragraph(readInlines(cell.children, context), idOf(cell, context));
      return { header: index === 0, columns: 1, rows: 1, blocks: [content] };
    }),
  }));
}

/** A footnote stands where it was defined, after its mark. */
function footnote(blocks: readonly Block[], mark: string): readonly Block[] {
  const said: Inline = { kind: 'text', text: mark, marks: [] };
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph'
    ? [{ ...first, content: joinRuns([said, ...first.content]) }, ...rest]
    : [paragraph([said]), ...blocks];
}
