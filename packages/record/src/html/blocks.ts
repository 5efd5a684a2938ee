import {
  type Block,
  type BlockId,
  type Inline,
  type Mark,
  type TableRow,
  unreachable,
} from '@reportback/domain';
import { type Images, missingImageText } from '../images.ts';
import { type PlacedCell, tableGrid } from '../table-grid.ts';
import { imageSlot } from './image-slots.ts';
import { html, type Markup } from './markup.ts';

export interface BlockWriting {
  /** Level of the section around; headings of the note stand below it. */
  readonly level: number;
  /** The anchor of a block. */
  readonly anchor: (block: BlockId) => string;
  readonly images: Images;
}

/** Blocks of a note as HTML. */
export function blocksHtml(blocks: readonly Block[], writing: BlockWriting): Markup {
  return html`${blocks.map((block) => blockHtml(block, writing))}`;
}

function blockHtml(block: Block, writing: BlockWriting): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p dir="auto"${idAttribute(block.id, writing)}>${inlinesHtml(block.content)}</p>\n`;
    case 'heading':
      return headingHtml(block, writing);
    case 'bullet-list':
      return html`<ul>\n${block.items.map((item) => html`<li>${itemHtml(item.blocks, writing)}</li>\n`)}</ul>\n`;
    case 'ordered-list':
      return html`<ol start="${block.start}">\n${block.items.map(
        (item) => html`<li>${itemHtml(item.blocks, writing)}</li>\n`,
      )}</ol>\n`;
    case 'check-list':
      return html`<ul class="checks">\n${block.items.map(
        (item) =>
          html`<li><span class="box" role="img" aria-label="${item.checked ? 'done' : 'to do'}">${item.checked ? '☑' : '☐'}</span><div>${itemHtml(item.blocks, writing)}</div></li>\n`,
      )}</ul>\n`;
    case 'quote':
      return html`<blockquote>\n${blocksHtml(block.blocks, writing)}</blockquote>\n`;
    case 'code':
      return html`<pre dir="ltr" tabindex="0"><code>${block.text}</code></pre>\n`;
    case 'table':
      return tableHtml(block.rows, writing);
    case 'image': {
      const image = writing.images.get(block.image);
      if (image === undefined) return html`<p class="gap">${missingImageText(block.alt)}</p>\n`;
      return html`<p><img src="data:${image.mediaType};base64,${imageSlot(block.image)}" alt="${block.alt}" width="${image.width}" height="${image.height}"></p>\n`;
    }
    case 'rule':
      return html`<hr>\n`;
    default:
      return unreachable(block);
  }
}

function headingHtml(block: Extract<Block, { kind: 'heading' }>, writing: BlockWriting): Markup {
  const id = idAttribute(block.id, writing);
  const content = inlinesHtml(block.content);
  switch (Math.min(block.level + writing.level, 7)) {
    case 3:
      return html`<h3 dir="auto"${id}>${content}</h3>\n`;
    case 4:
      return html`<h4 dir="auto"${id}>${content}</h4>\n`;
    case 5:
      return html`<h5 dir="auto"${id}>${content}</h5>\n`;
    case 6:
      return html`<h6 dir="auto"${id}>${content}</h6>\n`;
    default:
      // HTML ends at 6; assistive technology takes any level.
      return html`<p class="h7" role="heading" aria-level="7" dir="auto"${id}>${content}</p>\n`;
  }
}

/** An item of one paragraph needs no paragraph of its own around its words. */
function itemHtml(blocks: readonly Block[], writing: BlockWriting): Markup {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocksHtml(blocks, writing);
  return html`<span class="item" dir="auto"${idAttribute(first.id, writing)}>${inlinesHtml(first.content)}</span>${
    rest.length === 0 ? null : html`\n${blocksHtml(rest, writing)}`
  }`;
}

function tableHtml(rows: readonly TableRow[], writing: BlockWriting): Markup {
  const grid = tableGrid(rows);
  const line = (row: number): Markup =>
    html`<tr>${grid.cells
      .filter((each) => each.row === row)
      .map((each) => cellHtml(each, row < grid.headerRows, writing))}</tr>\n`;
  const lines = rows.map((_, row) => line(row));
  const head = lines.slice(0, grid.headerRows);
  return html`<div class="wide" tabindex="0"><table>\n${
    head.length === 0 ? null : html`<thead>\n${head}</thead>\n`
  }<tbody>\n${lines.slice(grid.headerRows)}</tbody>\n</table></div>\n`;
}

function cellHtml(
  { cell, columns, rows }: PlacedCell,
  inHead: boolean,
  writing: BlockWriting,
): Markup {
  const spans = html`${columns > 1 ? html` colspan="${columns}"` : null}${
    rows > 1 ? html` rowspan="${rows}"` : null
  }`;
  const content = itemHtml(cell.blocks, writing);
  if (!cell.header) return html`<td${spans} dir="auto">${content}</td>`;
  return html`<th scope="${inHead ? 'col' : 'row'}"${spans} dir="auto">${content}</th>`;
}

function idAttribute(id: BlockId | null, writing: BlockWriting): Markup | null {
  return id === null ? null : html` id="${writing.anchor(id)}"`;
}

/** A run of inlines as HTML. */
export function inlinesHtml(content: readonly Inline[]): Markup {
  return html`${content.map((inline) =>
    inline.kind === 'line-break' ? html`<br>\n` : marked(html`${inline.text}`, inline.marks),
  )}`;
}

/** Marks come outermost first, so the last one is put on first. */
function marked(text: Markup, marks: readonly Mark[]): Markup {
  return marks.reduceRight((inside, mark): Markup => {
    switch (mark.kind) {
      case 'link':
        return html`<a href="${mark.href}" rel="noreferrer">${inside}</a>`;
      case 'bold':
        return html`<strong>${inside}</strong>`;
      case 'italic':
        return html`<em>${inside}</em>`;
      case 'underline':
        return html`<u>${inside}</u>`;
      case 'strike':
        return html`<s>${inside}</s>`;
      case 'highlight':
        return html`<mark>${inside}</mark>`;
      case 'code':
        return html`<code>${inside}</code>`;
      default:
        return unreachable(mark);
    }
  }, text);
}
