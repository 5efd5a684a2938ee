import type { Block, CheckItem, Inline, ListItem, Mark } from '@reportback/domain';
import fc from 'fast-check';

/** Scripts, directions, joiners and everything that Markdown, HTML, LaTeX or a spreadsheet may take for markup. */
const pieces = [
  ...[
    'word',
    'a',
    'Straße',
    'naïve',
    'e\u0301',
    '日本語',
    '申屠',
    'مرحبا',
    'שלום',
    'Việt',
    '👩‍🔬',
    '🇫🇷',
    '\u200b',
    '\u200d',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '](x)',
    '(',
    ')',
    '<',
    '>',
    '<b>',
    '</script>',
    '<!--',
  ],
  ...[
    '#',
    '# ',
    '1. ',
    '2) ',
    '- ',
    '+ ',
    '> ',
    '|',
    '||',
    '\\',
    '\\\\',
    '&',
    '&amp;',
    '&#42;',
    '!',
    '![',
    '---',
    '===',
    '```',
  ],
  ...[
    '=1+1',
    '$x$',
    '%',
    '{',
    '}',
    '^',
    '"',
    "'",
    ':',
    ';',
    ',',
    '.',
    '?',
    ' ',
    ' ',
    ' ',
    '  ',
    '\u00a0',
    '\t',
    '[x] ',
    '[ ] ',
    '^1',
  ],
];

const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((each) => each.join(''));

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>(
    { kind: 'bold' },
    { kind: 'italic' },
    { kind: 'strike' },
    { kind: 'underline' },
    { kind: 'highlight' },
    { kind: 'code' },
  ),
  fc
    .constantFrom(
      'https://example.org/a_(b)?c=[d]&e=*f*',
      'https://example.org/|pipe|',
      'mailto:someone@example.org',
      'https://example.org/<x> y',
    )
    .map((href): Mark => ({ kind: 'link', href })),
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      text,
      marks: fc.array(mark, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'line-break' }) },
);

/** Runs of inlines, hostile to every format. */
export const anyInlines: fc.Arbitrary<readonly Inline[]> = fc.array(inline, {
  minLength: 1,
  maxLength: 5,
});

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

interface Kinds {
  block: Block;
  item: ListItem;
  check: CheckItem;
}

const { block } = fc.letrec<Kinds>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: paragraph },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('heading' as const),
        id: fc.constant(null),
        level: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
        content: anyInlines,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('code' as const),
        language: fc.constantFrom(null, 'python', 'c++', '`x`'),
        text: fc.array(text, { maxLength: 3 }).map((each) => each.join('\n')),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
        .chain(([columns, rows]) =>
          fc
            .array(fc.array(fc.option(paragraph), { minLength: columns, maxLength: columns }), {
              minLength: rows + 1,
              maxLength: rows + 1,
            })
            .map(
              (cells): Block => ({
                kind: 'table',
                rows: cells.map((row, position) => ({
                  cells: row.map((cell) => ({
                    header: position === 0,
                    columns: 1,
                    rows: 1,
                    blocks: cell === null ? [] : [cell],
                  })),
                })),
              }),
            ),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('item'), { minLength: 1, maxLength: 3 })
        .map((items) => ({ kind: 'bullet-list' as const, items })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('ordered-list' as const),
        start: fc.constantFrom(0, 1, 2, 7, 999, 999_999_990),
        items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('check'), { minLength: 1, maxLength: 3 })
        .map((items) => ({ kind: 'check-list' as const, items })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 2 })
        .map((blocks) => ({ kind: 'quote' as const, blocks })),
    },
  ),
  item: fc.array(tie('block'), { maxLength: 3 }).map((blocks) => ({ blocks })),
  check: fc.record({
    checked: fc.boolean(),
    blocks: fc
      .tuple(worded, fc.array(tie('block'), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
  }),
}));

/** Notes of every kind of block, nested and mixed. */
export const anyBlocks: fc.Arbitrary<readonly Block[]> = fc.array(block, {
  minLength: 1,
  maxLength: 4,
});
