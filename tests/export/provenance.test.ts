import { type Block, parseBlockId, plainText } from '@reportback/domain';
import { buildRecord, toMarkdown, type WorkshopRecord } from '@reportback/record';
import { toDocx } from '@reportback/record/docx';
import { toHtml } from '@reportback/record/html';
import { toPdf } from '@reportback/record/pdf';
import { exampleInput } from '@reportback/record/testing';
import { describe, expect, test } from 'vitest';
import { hardCorpus } from './hard-corpus.ts';
import { linkedDocx, linkedHtml, linkedMarkdown } from './linked-markup.ts';
import { linkedPdf } from './linked-pdf.ts';
import { broken, letters, type Passing, type Place, placesOf } from './linked-text.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

const formats = {
  HTML: async (record: WorkshopRecord) => linkedHtml(toHtml(record)),
  Markdown: async (record: WorkshopRecord) => linkedMarkdown(toMarkdown(record)),
  DOCX: async (record: WorkshopRecord) => linkedDocx(await toDocx(record)),
  PDF: async (record: WorkshopRecord) => linkedPdf(toPdf(record)),
} satisfies Readonly<Record<string, (record: WorkshopRecord) => Promise<readonly Passing[]>>>;

/** Blocks of every kind that a point can come from. */
const sources: readonly ((line: Paragraph) => Block)[] = [
  (line) => line,
  (line) => ({ kind: 'bullet-list', items: [{ blocks: [line] }] }),
  (line) => ({ kind: 'quote', blocks: [line] }),
  (line) => ({
    kind: 'table',
    rows: [{ cells: [{ header: false, columns: 1, rows: 1, blocks: [line] }] }],
  }),
  (line) => ({ kind: 'check-list', items: [{ checked: true, blocks: [line] }] }),
];

/** The example, with a line of the note for each point. */
const record = buildRecord({
  ...exampleInput,
  // Every point of the first session is in its first finding.
  plenaries: exampleInput.plenaries.map(({ plenary, ...each }, index) => ({
    ...each,
    plenary: {
      ...plenary,
      findings: plenary.findings.map((finding, position) =>
        index > 0 || position > 0
          ? finding
          : {
              ...finding,
              points: exampleInput.work
                .filter(({ session }) => session === each.session)
                .flatMap(({ card }) => card.points.map(({ id }) => id)),
            },
      ),
    },
  })),
  work: exampleInput.work.map((work) => {
    const lines = work.card.points.map(({ id, text }): Paragraph => {
      const words = `Line behind ${plainText(text)}`;
      const content = [{ kind: 'text', text: words, marks: [] }] as const;
      return { kind: 'paragraph', id: parseBlockId(`line-${id}`), content };
    });
    return {
      ...work,
      card: {
        ...work.card,
        points: work.card.points.map((point, index) => ({
          ...point,
          source: lines[index]?.id ?? null,
        })),
      },
      note: [
        ...work.note,
        ...lines.map((line, index) => sources[index % sources.length]?.(line) ?? line),
      ],
    };
  }),
});

/** Whether a text begins so, behind the number of a list at most, which a PDF spells out. */
function beginsWith(text: string, words: string): boolean {
  return text.slice(0, words.length + 2).includes(words);
}

/** The points of the record, and whose they are. */
const points = record.sessions.flatMap((session) =>
  session.groups.flatMap(({ group, card }) =>
    card.points.map((point) => {
      const number = record.groups.find(({ id }) => id === group)?.number;
      return { id: point.id, words: plainText(point.text), table: `Table ${number}`, session };
    }),
  ),
);

describe.each(Object.entries(formats))('%s', (_name, read) => {
  test('every finding leads to its points, each point to its table, session and line of the note', async () => {
    const document = await read(record);
    expect(broken(document)).toEqual([]);
    const places = [...placesOf(document).values()];
    const at = (words: string, { links }: Pick<Place, 'links'>): Place => {
      const found = places.find(
        ({ name, text }) => links.includes(name) && beginsWith(text, letters(words)),
      );
      if (found === undefined) throw new Error(`No link leads from there to “${words}”.`);
      return found;
    };
    const anywhere = { links: places.map(({ name }) => name) };
    const walked = new Set<string>();
    for (const finding of record.sessions.flatMap(({ plenary }) => plenary.findings)) {
      const entry = at(finding.name, anywhere);
      for (const { id, words, table, session } of points) {
        if (!finding.points.includes(id)) continue;
        const point = at(words, entry);
        expect(point.headings.join('; ')).toContain(session.title);
        expect(point.headings.at(-1)).toContain(table);
        at(finding.name, point);
        const line = at(`Line behind ${words}`, point);
        expect(line.headings.join('; ')).toContain(`Session ${session.position}, ${table}`);
        walked.add(id);
      }
    }
    expect(walked.size).toBeGreaterThan(2);
  });

  test('no link of the hard corpus leads nowhere', async () => {
    expect(broken(await read(buildRecord(hardCorpus)))).toEqual([]);
  });
});
