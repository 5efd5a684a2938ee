import { unreachable } from '@reportback/domain';
import { type Images, noImages } from '../images.ts';
import type { WorkshopRecord } from '../record.ts';
import { anchorOf } from '../report/anchors.ts';
import { composeReport, type Edition, undated } from '../report/compose.ts';
import type { Entry, Highlights, Part, Report, Section, Span } from '../report/part.ts';
import { type Scope, wholeEvent } from '../scope.ts';
import { blocksHtml, inlinesHtml } from './blocks.ts';
import { withImages } from './image-slots.ts';
import { html, Markup } from './markup.ts';
import { style } from './style.ts';

/**
 * The record of an event, a session or a table as one HTML file: nothing is loaded, nothing runs, and it prints.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function toHtml(...asked: Parameters<typeof htmlPieces>): string {
  return [...htmlPieces(...asked)].join('');
}

/** The same piece by piece, for when it holds more images than fit into one text. @throws as {@link toHtml} */
export function* htmlPieces(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
  edition: Edition = undated,
  images: Images = noImages,
): Generator<string> {
  const report = composeReport(record, scope, edition);
  const authors = record.workshop.organizers.replace(/\s*\n\s*/g, ', ');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
${authors === '' ? null : html`<meta name="author" content="${authors}">\n`}${
  report.frozen === null ? null : html`<meta name="record-hash" content="${report.frozen.hash}">\n`
}<title>${report.title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header class="front">
<p class="overline">${report.overline}</p>
<h1 dir="auto">${report.title}</h1>
${report.facts.map((fact) => html`<p class="facts" dir="auto">${fact}</p>\n`)}${
  report.notice === null ? null : html`<p class="notice" dir="auto">${report.notice}</p>\n`
}${report.highlights === null ? null : highlightsHtml(report.highlights)}</header>
${contentsHtml(report)}<main>
${report.sections.map((section) => sectionHtml(section, images))}</main>
<footer>
${report.colophon.map((line) => html`<p>${line}</p>\n`)}</footer>
</body>
</html>
`;
  yield* withImages(page.text, images);
}

function highlightsHtml({ title, entries, note }: Highlights): Markup {
  return html`<h2>${title}</h2>
<ol class="highlights">
${entries.map((entry) => html`<li dir="auto">${spansHtml([entry.name])}<small>${entry.detail}</small></li>\n`)}</ol>
<p class="note">${note}</p>
`;
}

function contentsHtml(report: Report): Markup | null {
  if (report.sections.length < 2) return null;
  return html`<nav class="front" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>
${report.sections.map((section) => html`<li dir="auto"><a href="#${section.anchor}">${section.title}</a></li>\n`)}</ul>
</nav>
`;
}

function sectionHtml(section: Section, images: Images): Markup {
  const inside = section.parts.map((part) => partHtml(part, images));
  const { anchor, title } = section;
  switch (section.level) {
    case 2: {
      const short = section.parts.every((part) => part.kind !== 'section');
      return html`<section${short ? html` class="short"` : null} aria-labelledby="${anchor}">
<h2 id="${anchor}" dir="auto">${title}</h2>
${inside}</section>
`;
    }
    case 3:
      return html`<h3 id="${anchor}" dir="auto">${title}</h3>\n${inside}`;
    case 4:
      return html`<h4 id="${anchor}" dir="auto">${title}</h4>\n${inside}`;
    default:
      return unreachable(section.level);
  }
}

function partHtml(part: Part, images: Images): Markup {
  switch (part.kind) {
    case 'section':
      return sectionHtml(part, images);
    case 'line':
      return html`<p class="${part.tone}" dir="auto">${spansHtml(part.content)}</p>\n`;
    case 'entries': {
      const entries = part.entries.map(entryHtml);
      return part.numbered
        ? html`<ol class="entries">\n${entries}</ol>\n`
        : html`<ul class="entries">\n${entries}</ul>\n`;
    }
    case 'grid':
      return html`<div class="wide" tabindex="0"><table>
<caption>${part.caption}</caption>
<thead><tr>${part.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${part.rows.map((row) => html`<tr>${row.map((cell) => html`<td dir="auto">${spansHtml(cell)}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
    case 'written':
      return html`<div class="written">\n${blocksHtml(part.blocks, {
        level: part.level,
        anchor: (id) => anchorOf.block(part.anchors, id),
        images,
      })}</div>\n`;
    case 'source':
      return html`<pre dir="ltr" tabindex="0"><code>${part.text}</code></pre>\n`;
    default:
      return unreachable(part);
  }
}

function entryHtml(entry: Entry): Markup {
  const id = entry.anchor === null ? null : html` id="${entry.anchor}"`;
  const details =
    entry.details.length === 0
      ? null
      : html`\n<ul class="details">\n${entry.details.map(
          (detail) => html`<li dir="auto">${spansHtml(detail)}</li>\n`,
        )}</ul>`;
  return html`<li${id}><span dir="auto">${spansHtml(entry.content)}</span>${details}</li>\n`;
}

function spansHtml(spans: readonly Span[]): Markup {
  return html`${spans.map((span): Markup => {
    switch (span.kind) {
      case 'words':
        return span.strong ? html`<strong>${span.text}</strong>` : html`${span.text}`;
      case 'written':
        return html`<span class="said">${inlinesHtml(span.content)}</span>`;
      case 'see':
        return html`<a href="#${span.anchor}">${span.text}</a>`;
      default:
        return unreachable(span);
    }
  })}`;
}
