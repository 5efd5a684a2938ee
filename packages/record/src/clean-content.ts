import {
  type Block,
  type Inline,
  isSafeLink,
  type ListItem,
  type Mark,
  unreachable,
} from '@reportback/domain';

/**
 * Not allowed in XML 1.0, without meaning in a text, and able to hide what follows on a terminal; and the controls
 * (U+202A to U+202E) that turn the letters after them around, up to the end of a line that is not theirs alone.
 */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufffe\uffff]/g;

/** A text that every format can carry: no lone surrogates, no control characters but tab and newline. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replace(controls, '');
}

/** A text for one line: {@link cleanText}, line ends and tabs made spaces, none outside. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}

/**
 * Blocks in the one form that renderers expect: clean texts, safe links, marks in nesting order,
 * neighbouring texts with equal marks joined, nothing that is empty and would print as a gap.
 */
export function cleanBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(cleanBlock);
}

function cleanBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading': {
      const content = cleanInlines(block.content);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'bullet-list': {
      const items = cleanItems(block.items).filter(isWritten);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'ordered-list': {
      // An empty item counts: people refer to the numbers of those after it.
      const all = cleanItems(block.items);
      const items = all.slice(0, all.findLastIndex(isWritten) + 1);
      const start = Number.isSafeInteger(block.start) && block.start >= 0 ? block.start : 1;
      return items.length === 0 ? [] : [{ ...block, start, items }];
    }
    case 'check-list': {
      const items = cleanItems(block.items).filter(isWritten);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'quote': {
      const inside = cleanBlocks(block.blocks);
      return inside.length === 0 ? [] : [{ ...block, blocks: inside }];
    }
    case 'code':
      return [
        {
          kind: 'code',
          language:
            block.language !== null && isLanguage.test(block.language) ? block.language : null,
          text: cleanText(block.text),
        },
      ];
    case 'table': {
      const rows = block.rows
        .filter((row) => row.cells.length > 0)
        .map((row) => ({
          cells: row.cells.map((cell) => ({
            header: cell.header,
            columns: span(cell.columns),
            rows: span(cell.rows),
            blocks: cleanBlocks(cell.blocks),
          })),
        }));
      return rows.length === 0 ? [] : [{ kind: 'table', rows }];
    }
    case 'image':
      return [{ kind: 'image', image: cleanLine(block.image), alt: cleanLine(block.alt) }];
    case 'rule':
      return [block];
    default:
      return unreachable(block);
  }
}

/** What names a programming language: `c++`, `objective-c`, `f#`. */
const isLanguage = /^[\w+#.-]{1,40}$/;

/** Far more than a page can show; a forged span must not make a renderer fill memory. */
const widest = 100;

function span(wanted: number): number {
  return Number.isSafeInteger(wanted) ? Math.min(Math.max(wanted, 1), widest) : 1;
}

function cleanItems<Item extends ListItem>(items: readonly Item[]): readonly Item[] {
  return items.map((item) => ({ ...item, blocks: cleanBlocks(item.blocks) }));
}

function isWritten(item: ListItem): boolean {
  return item.blocks.length > 0;
}

/** A run of inlines in the one form that renderers expect; see {@link cleanBlocks}. */
export function cleanInlines(content: readonly Inline[]): readonly Inline[] {
  const clean: Inline[] = [];
  for (const inline of content) {
    if (inline.kind === 'line-break') {
      clean.push(inline);
      continue;
    }
    const text = cleanText(inline.text).replace(/\n/g, ' ');
    if (text === '') continue;
    const marks = cleanMarks(inline.marks);
    const last = clean.at(-1);
    if (last?.kind === 'text' && JSON.stringify(last.marks) === JSON.stringify(marks))
      clean[clean.length - 1] = { kind: 'text', text: last.text + text, marks };
    else clean.push({ kind: 'text', text, marks });
  }
  while (isBlank(clean[0])) clean.shift();
  while (isBlank(clean.at(-1))) clean.pop();
  const first = clean[0];
  if (first?.kind === 'text') clean[0] = { ...first, text: first.text.trimStart() };
  const last = clean.at(-1);
  if (last?.kind === 'text') clean[clean.length - 1] = { ...last, text: last.text.trimEnd() };
  return clean;
}

function isBlank(inline: Inline | undefined): boolean {
  if (inline === undefined) return false;
  return inline.kind === 'line-break' || inline.text.trim() === '';
}

const nesting: readonly Mark['kind'][] = [
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'code',
];

function cleanMarks(marks: readonly Mark[]): readonly Mark[] {
  return nesting.flatMap((kind): readonly Mark[] => {
    const mark = marks.find((each) => each.kind === kind);
    if (mark === undefined) return [];
    if (mark.kind !== 'link') return [mark];
    const href = cleanLine(mark.href);
    return isSafeLink(href) ? [{ kind: 'link', href }] : [];
  });
}
