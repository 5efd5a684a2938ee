import { unreachable } from '@reportback/domain';
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { type Options, toMarkdown as write } from 'mdast-util-to-markdown';
import type { WorkshopRecord } from '../record.ts';
import { anchorOf, anchorsUsed } from '../report/anchors.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import type { Part, Report, Span, Tone } from '../report/part.ts';
import { daysOf } from '../report/wording.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { anchorHtml, depth, flow } from './blocks.ts';
import { frontMatter } from './front-matter.ts';
import { type Place, phrasing } from './inlines.ts';

/** How Markdown is written here; the round trip tests write with the same. */
export const markdownOptions: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  // Not a bullet: a rule that begins a list item would otherwise change the bullet of its list.
  rule: '_',
  resourceLink: false,
  // Bare addresses stay bare: a reader that makes them links does what people expect.
  extensions: [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
};

interface Writing {
  /** Only anchors that something leads to are set: the file is also read as plain text. */
  readonly used: ReadonlySet<string>;
  readonly image: (image: string) => string | null;
}

/**
 * The record of an event, a session or a table as CommonMark with GFM's tables, task lists and
 * strikethrough, under YAML front matter.
 * @param imagePath where an image lies, seen from the file; null for an image that is not at hand
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function toMarkdown(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  imagePath: (image: string) => string | null = () => null,
): string {
  const report = composeReport(record, scope, edition);
  const { workshop } = record;
  const head = frontMatter({
    title: report.title === workshop.title ? workshop.title : `${report.title} (${workshop.title})`,
    author: workshop.organizers
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    date: daysOf(record)[0] ?? null,
    place: workshop.place,
    'time-zone': workshop.timeZone,
    attribution: record.attribution,
    licence: workshop.licence,
    disclaimer: workshop.disclaimer,
    frozen: report.frozen === null ? null : new Date(report.frozen.at).toISOString(),
    'record-hash': report.frozen?.hash ?? null,
    lang: 'en',
  });
  const root: Root = { type: 'root', children: body(report, imagePath) };
  return `${head}\n${write(root, markdownOptions)}`;
}

function body(report: Report, image: Writing['image']): RootContent[] {
  const chapters = report.sections.map((section) => section.anchor);
  const writing: Writing = { used: new Set([...anchorsUsed(report), ...chapters]), image };
  return [
    { type: 'heading', depth: 1, children: [text(report.title)] },
    paragraph([text(report.overline)]),
    ...(report.facts.length === 0 ? [] : [paragraph(lineByLine(report.facts))]),
    ...(report.notice === null ? [] : [toned('notice', [text(report.notice)])]),
    ...highlights(report),
    ...contents(report),
    ...report.sections.flatMap((section) => part(section, writing)),
    { type: 'thematicBreak' },
    paragraph(lineByLine(report.colophon)),
  ];
}

function contents(report: Report): RootContent[] {
  if (report.sections.length < 2) return [];
  const items = report.sections.map(
    (section): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [
        paragraph([{ type: 'link', url: `#${section.anchor}`, children: [text(section.title)] }]),
      ],
    }),
  );
  return [{ type: 'heading', depth: 2, children: [text('Contents')] }, bullets(items)];
}

function highlights(report: Report): RootContent[] {
  if (report.highlights === null) return [];
  const { title, entries, note } = report.highlights;
  return [
    { type: 'heading', depth: 2, children: [text(title)] },
    numbers(
      entries.map((entry) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph([...spans([entry.name]), { type: 'break' }, text(entry.detail)])],
      })),
    ),
    paragraph([text(note)]),
  ];
}

function part(each: Part, writing: Writing): RootContent[] {
  switch (each.kind) {
    case 'section':
      return [
        {
          type: 'heading',
          depth: depth(each.level),
          children: [...anchor(each.anchor, writing), text(each.title)],
        },
        ...each.parts.flatMap((inside) => part(inside, writing)),
      ];
    case 'line':
      return [toned(each.tone, spans(each.content))];
    case 'entries': {
      const items = each.entries.map((entry): ListItem => {
        const details = entry.details.map(
          (detail): ListItem => ({
            type: 'listItem',
            spread: false,
            children: [paragraph(spans(detail))],
          }),
        );
        return {
          type: 'listItem',
          spread: false,
          children: [
            paragraph([...anchor(entry.anchor, writing), ...spans(entry.content)]),
            ...(details.length === 0 ? [] : [bullets(details)]),
          ],
        };
      });
      return [each.numbered ? numbers(items) : bullets(items)];
    }
    case 'grid':
      return [
        {
          type: 'table',
          children: [each.columns.map((column) => [text(column)]), ...each.rows.map(cells)].map(
            (row) => ({
              type: 'tableRow',
              children: row.map((children) => ({ type: 'tableCell', children })),
            }),
          ),
        },
      ];
    case 'written':
      return flow(each.blocks, {
        headingOffset: each.level,
        anchor: (id) => {
          const name = anchorOf.block(each.anchors, id);
          return writing.used.has(name) ? name : null;
        },
        image: writing.image,
      });
    case 'source':
      return [{ type: 'code', lang: each.language, value: each.text }];
    default:
      return unreachable(each);
  }
}

function cells(row: readonly (readonly Span[])[]): PhrasingContent[][] {
  return row.map((cell) => spans(cell, 'cell'));
}

function toned(tone: Tone, content: PhrasingContent[]): RootContent {
  switch (tone) {
    case 'lead':
      return paragraph([{ type: 'strong', children: content }]);
    case 'body':
    case 'meta':
      return paragraph(content);
    case 'gap':
    case 'slot':
      return paragraph([{ type: 'emphasis', children: content }]);
    case 'prompt':
    case 'notice':
      return { type: 'blockquote', children: [paragraph(content)] };
    default:
      return unreachable(tone);
  }
}

function spans(content: readonly Span[], place: Place = 'flow'): PhrasingContent[] {
  return content.flatMap((span): PhrasingContent[] => {
    switch (span.kind) {
      case 'words':
        return span.strong ? strongly(span.text) : [text(span.text.replace(/\n/g, ' '))];
      case 'written':
        return phrasing(span.content, place);
      case 'see':
        return [{ type: 'link', url: `#${span.anchor}`, children: [text(span.text)] }];
      default:
        return unreachable(span);
    }
  });
}

/** Bold words, with the space after them outside, where Markdown wants it. */
function strongly(words: string): PhrasingContent[] {
  const inside = words.trimEnd();
  const after = words.slice(inside.length);
  return [{ type: 'strong', children: [text(inside)] }, ...(after === '' ? [] : [text(after)])];
}

function anchor(name: string | null, writing: Writing): readonly PhrasingContent[] {
  return name !== null && writing.used.has(name) ? [anchorHtml(name)] : [];
}

function lineByLine(lines: readonly string[]): PhrasingContent[] {
  return lines.flatMap((line, position): PhrasingContent[] =>
    position === 0 ? [text(line)] : [{ type: 'break' }, text(line)],
  );
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function bullets(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

function numbers(children: ListItem[]): List {
  return { type: 'list', ordered: true, start: 1, spread: false, children };
}
