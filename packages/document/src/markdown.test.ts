import { readdirSync, readFileSync } from 'node:fs';
import type { Block, Inline } from '@reportback/domain';
import { parseBlockId } from '@reportback/domain';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteOf } from './group-document.ts';
import { markdownToNote, parseMarkdown } from './markdown.ts';
import { noteSchema } from './note-schema.ts';
import { projectNote } from './project-note.ts';
import { Random, seeds } from './testing/random.ts';
import { plain, replica, withNote } from './testing/replica.ts';
import { writeBlocks } from './write-blocks.ts';

function paragraph(...content: readonly Inline[]): Block {
  return { kind: 'paragraph', id: null, content };
}

function words(text: string): Block {
  return paragraph(...plain(text));
}

/** The inlines of Markdown that is one paragraph. */
function inlines(markdown: string): readonly Inline[] {
  const [block] = parseMarkdown(markdown);
  if (block?.kind !== 'paragraph') throw new Error(`That is no paragraph: ${markdown}`);
  return block.content;
}

test('headings below the third level become the third', () => {
  const levels = parseMarkdown('# a\n## b\n### c\n#### d\n###### f\n');
  expect(levels.map((block) => (block.kind === 'heading' ? block.level : block))).toEqual([
    1, 2, 3, 3, 3,
  ]);
});

test('lists nest, and numbered ones begin where they were told to', () => {
  expect(parseMarkdown('3. a\n   - b\n     - c\n4. d\n')).toEqual([
    {
      kind: 'ordered-list',
      start: 3,
      items: [
        {
          blocks: [
            words('a'),
            {
              kind: 'bullet-list',
              items: [
                {
                  blocks: [words('b'), { kind: 'bullet-list', items: [{ blocks: [words('c')] }] }],
                },
              ],
            },
          ],
        },
        { blocks: [words('d')] },
      ],
    },
  ]);
});

test('a list that mixes items with and without boxes becomes several, and its numbers go on', () => {
  expect(parseMarkdown('1. a\n2. [x] b\n3. [ ] c\n4. d\n')).toEqual([
    { kind: 'ordered-list', start: 1, items: [{ blocks: [words('a')] }] },
    {
      kind: 'check-list',
      items: [
        { checked: true, blocks: [words('b')] },
        { checked: false, blocks: [words('c')] },
      ],
    },
    { kind: 'ordered-list', start: 4, items: [{ blocks: [words('d')] }] },
  ]);
});

test('a table has a header row, and every row is as wide as it', () => {
  const [table] = parseMarkdown('| a | b |\n|---|---|\n| 1 \\| 2 |\n| 3 | 4 | 5 |\n');
  expect(
    table?.kind === 'table'
      ? table.rows.map(({ cells }) => cells.map(({ header, blocks }) => [header, blocks[0]]))
      : table,
  ).toEqual([
    [
      [true, words('a')],
      [true, words('b')],
    ],
    [
      [false, words('1 | 2')],
      [false, paragraph()],
    ],
    [
      [false, words('3')],
      [false, words('4')],
    ],
  ]);
});

test('a line break in a table’s cell is written as HTML and read as a line break', () => {
  const [table] = parseMarkdown('| a |\n|---|\n| x<br>y<br/>z |\n');
  expect(table?.kind === 'table' ? table.rows[1]?.cells[0]?.blocks : table).toEqual([
    paragraph(
      ...plain('x'),
      { kind: 'line-break' },
      ...plain('y'),
      { kind: 'line-break' },
      ...plain('z'),
    ),
  ]);
});

test('code keeps its lines and its language, and is not read as Markdown', () => {
  expect(parseMarkdown('```python\nif a:\n    **b**\n```\n\n    c\n')).toEqual([
    { kind: 'code', language: 'python', text: 'if a:\n    **b**' },
    { kind: 'code', language: null, text: 'c' },
  ]);
});

test('quotes hold blocks, and a rule is a rule', () => {
  expect(parseMarkdown('> a\n>\n> - b\n\n---\n')).toEqual([
    {
      kind: 'quote',
      blocks: [words('a'), { kind: 'bullet-list', items: [{ blocks: [words('b')] }] }],
    },
    { kind: 'rule' },
  ]);
});

test('marks stand in one order, however they were nested', () => {
  const all = [
    { kind: 'link', href: 'https://example.org' },
    { kind: 'bold' },
    { kind: 'italic' },
    { kind: 'strike' },
    { kind: 'code' },
  ] as const;
  const expected = [{ kind: 'text', text: 'x', marks: all }];
  expect(inlines('[~~***`x`***~~](https://example.org)')).toEqual(expected);
  expect(inlines('***~~[`x`](https://example.org)~~***')).toEqual(expected);
});

test('links are kept for http, https and mailto, and else are text', () => {
  const link = (text: string, href: string) => [
    { kind: 'text', text, marks: [{ kind: 'link', href }] },
  ];
  expect(inlines('https://example.org/a?b=c')).toEqual(
    link('https://example.org/a?b=c', 'https://example.org/a?b=c'),
  );
  expect(inlines('www.example.org')).toEqual(link('www.example.org', 'http://www.example.org'));
  expect(inlines('<a@example.org>')).toEqual(link('a@example.org', 'mailto:a@example.org'));
  expect(inlines('[a][b]\n\n[B]: https://example.org "title"')).toEqual(
    link('a', 'https://example.org'),
  );
  for (const unsafe of [
    'javascript:alert(1)',
    'data:text/html,x',
    '/elsewhere',
    'java&#115;cript:x',
  ])
    expect(inlines(`[a](${unsafe})`)).toEqual(plain('a'));
});

test('an image becomes its words with a link', () => {
  expect(inlines('![a chart](https://example.org/a.png)')).toEqual([
    {
      kind: 'text',
      text: 'a chart',
      marks: [{ kind: 'link', href: 'https://example.org/a.png' }],
    },
  ]);
  expect(inlines('![](photo.jpg)')).toEqual(plain('photo.jpg'));
});

test('HTML is text', () => {
  expect(inlines('a <b onclick="x">b</b>')).toEqual(plain('a <b onclick="x">b</b>'));
  expect(parseMarkdown('<script>\nalert(1)\n</script>\n')).toEqual([
    paragraph(
      ...plain('<script>'),
      { kind: 'line-break' },
      ...plain('alert(1)'),
      { kind: 'line-break' },
      ...plain('</script>'),
    ),
  ]);
});

test('footnotes are text with their mark', () => {
  expect(parseMarkdown('a[^Note]\n\n[^Note]: b *c*\n')).toEqual([
    words('a[^Note]'),
    paragraph(...plain('[^Note]: b '), {
      kind: 'text',
      text: 'c',
      marks: [{ kind: 'italic' }],
    }),
  ]);
});

test('a line’s end is a space, a hard one a line break', () => {
  expect(inlines('a\nb\\\nc  \nd')).toEqual([
    ...plain('a b'),
    { kind: 'line-break' },
    ...plain('c'),
    { kind: 'line-break' },
    ...plain('d'),
  ]);
});

test('blocks get ids by the lines they stand on', () => {
  const seen: (readonly [number, number])[] = [];
  const blocks = parseMarkdown('# a\n\nb\nc\n\n- d\n', (first, last) => {
    seen.push([first, last]);
    return first <= 4 && 4 <= last ? parseBlockId('line-4') : null;
  });
  expect(seen).toEqual([
    [1, 1],
    [3, 4],
    [6, 6],
  ]);
  expect(blocks[1]).toEqual({ kind: 'paragraph', id: 'line-4', content: plain('b c') });
});

test('nothing is no block, and a note of one empty paragraph', () => {
  expect(parseMarkdown('')).toEqual([]);
  expect(parseMarkdown(' \n\n')).toEqual([]);
  expect(markdownToNote('')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
});

test('what is nested without end stays text, and the note stays within 64 levels', () => {
  const deep = [
    `${'> '.repeat(50)}end`,
    `${'- '.repeat(50)}end`,
    `${'> '.repeat(20_000)}end`,
    `${'[^1]: '.repeat(1_000)}end`,
    `${'> '.repeat(500)}end`,
    `${'- '.repeat(500)}end`,
    `${'*a '.repeat(500)}end${'*'.repeat(500)}`,
    Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- level`).join('\n'),
  ];
  for (const markdown of deep) {
    const blocks = parseMarkdown(markdown);
    expect(JSON.stringify(blocks)).toMatch(/end|level/);
    expect(depthOf(markdownToNote(markdown))).toBeLessThan(64);
  }
});

function depthOf(json: { readonly content?: readonly object[] }): number {
  return 1 + Math.max(0, ...(json.content ?? []).map((child) => depthOf(child)));
}

const samples = readdirSync(new URL('sample-notes/', import.meta.url)).filter((name) =>
  name.endsWith('.txt'),
);

describe('a note as a table writes it', () => {
  for (const name of samples) {
    const markdown = readFileSync(new URL(`sample-notes/${name}`, import.meta.url), 'utf8');

    test(`comes back from its document as it was read (${name})`, () => {
      const doc = replica(1, withNote(markdown));
      expect(projectNote(doc)).toEqual(parseMarkdown(markdown));
    });

    test(`is valid in the editor’s schema (${name})`, () => {
      Node.fromJSON(noteSchema(), markdownToNote(markdown)).check();
    });
  }
});

describe('any text at all', () => {
  const pieces = [
    '# ',
    '- ',
    '1. ',
    '- [ ] ',
    '> ',
    '| a ',
    '|---|\n',
    '```',
    '`',
    '**',
    '_',
    '~~',
    '[a](',
    '](javascript:x)',
    '![',
    '[^1]',
    '[^1]: ',
    '<b>',
    '<!--',
    '&amp;',
    '\\',
    '\n',
    '\n\n',
    '    ',
    'word ',
    'שלום ',
    '日本 ',
    '\u0000',
    '\ud800',
    '👩‍🔬',
    '---\n',
    'https://example.org ',
  ];
  for (const seed of seeds()) {
    test(`is read as a valid note, which comes back as it was written (seed ${seed})`, () => {
      const random = new Random(seed);
      for (let run = 0; run < 100; run += 1) {
        const markdown = Array.from({ length: random.below(40) }, () => random.of(pieces)).join('');
        const doc = replica(1, withNote(markdown));
        const once = projectNote(doc);
        Node.fromJSON(noteSchema(), markdownToNote(markdown)).check();
        expect(JSON.stringify(once), markdown).not.toContain('"href":"javascript');
        const again = new Y.Doc();
        writeBlocks(noteOf(again), once);
        expect(projectNote(again), markdown).toEqual(once);
      }
    });
  }
});
