import type { Block, CheckItem, Inline, ListItem, Mark } from '@reportback/domain';
import * as fc from 'fast-check';

/** Scripts, directions, joiners, and what Markdown, HTML, LaTeX or a spreadsheet may take for markup. */
const pieces = [
  'word a Straße naïve e\u0301 日本語 申屠 مرحبا שלום Việt 👩‍🔬 🇫🇷 \u200b \u200d'.split(' '),
  '* ** _ __ ~ ~~ ` `` [ ] ](x) ( ) < > <b> </script> <!--'.split(' '),
  '# | || \\ \\\\ & &amp; &#42; ! ![ --- === ``` ^1 : ; , . ?'.split(' '),
  '=1+1 $x$ % { } ^ " \''.split(' '),
  ['# ', '1. ', '2) ', '- ', '+ ', '> ', '[x] ', '[ ] ', ' ', ' ', '  ', '\u00a0', '\t'],
].flat();

const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((each) => each.join(''));

const mark: fc.Arbitrary<Mark> = fc.constantFrom<Mark>(
  { kind: 'bold' },
  { kind: 'italic' },
  { kind: 'strike' },
  { kind: 'underline' },
  { kind: 'highlight' },
  { kind: 'code' },
  { kind: 'link', href: 'https://example.org/a_(b)?c=[d]&e=*f*' },
  { kind: 'link', href: 'https://example.org/|pipe|' },
  { kind: 'link', href: 'https://example.org/<x> y' },
  { kind: 'link', href: 'mailto:someone@example.org' },
);

const words: fc.Arbitrary<Inline> = fc
  .tuple(text, fc.array(mark, { maxLength: 3 }))
  .map(([letters, marks]) => ({ kind: 'text', text: letters, marks }));

/** Runs of inlines, hostile to every format. */
export const anyInlines: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: words },
    { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'line-break' }) },
  ),
  { minLength: 1, maxLength: 5 },
);

const paragraph: fc.Arbitrary<Block> = anyInlines.map((content) => ({
  kind: 'paragraph',
  id: null,
  content,
}));

/** GFM sees a check box only before words. */
const worded: fc.Arbitrary<Block> = anyInlines.map((content) => ({
  kind: 'paragraph',
  id: null,
  content: [{ kind: 'text', text: 'todo ', marks: [] }, ...content],
}));

const heading: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), anyInlines)
  .map(([level, content]) => ({ kind: 'heading', id: null, level, content }));

const code: fc.Arbitrary<Block> = fc
  .tuple(fc.constantFrom(null, 'python', 'c++', '`x`'), fc.array(text, { maxLength: 3 }))
  .map(([language, lines]) => ({ kind: 'code', language, text: lines.join('\n') }));

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([columns, rows]) => {
    const row = fc.array(fc.option(paragraph), { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  })
  .map((rows) => ({
    kind: 'table',
    rows: rows.map((row, position) => ({
      cells: row.map((cell) => ({
        header: position === 0,
        columns: 1,
        rows: 1,
        blocks: cell === null ? [] : [cell],
      })),
    })),
  }));

/** Blocks that stand in others, at most `depth` deep. */
function blockWithin(depth: number): fc.Arbitrary<Block> {
  const flat = fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
  );
  if (depth === 0) return flat;
  const inner = blockWithin(depth - 1);
  const items = fc.array(
    fc.array(inner, { maxLength: 3 }).map((blocks): ListItem => ({ blocks })),
    { minLength: 1, maxLength: 3 },
  );
  const checks = fc.array(
    fc
      .tuple(fc.boolean(), worded, fc.array(inner, { maxLength: 2 }))
      .map(([checked, first, rest]): CheckItem => ({ checked, blocks: [first, ...rest] })),
    { minLength: 1, maxLength: 3 },
  );
  const starts = fc.constantFrom(0, 1, 2, 7, 999, 999_999_990);
  return fc.oneof(
    { weight: 5, arbitrary: flat },
    {
      weight: 1,
      arbitrary: items.map((each): Block => ({ kind: 'bullet-list', items: each })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(starts, items)
        .map(([start, each]): Block => ({ kind: 'ordered-list', start, items: each })),
    },
    {
      weight: 1,
      arbitrary: checks.map((each): Block => ({ kind: 'check-list', items: each })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(inner, { minLength: 1, maxLength: 2 })
        .map((blocks): Block => ({ kind: 'quote', blocks })),
    },
  );
}

/** Notes of every kind of block, nested and mixed. */
export const anyBlocks: fc.Arbitrary<readonly Block[]> = fc.array(blockWithin(3), {
  minLength: 1,
  maxLength: 4,
});
