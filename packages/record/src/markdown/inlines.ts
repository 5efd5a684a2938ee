import { type Inline, type Mark, unreachable } from '@reportback/domain';
import type { PhrasingContent } from 'mdast';

/** Where the run stands: headings and table cells are one line, so their breaks are HTML. */
export type Place = 'flow' | 'heading' | 'cell';

/** A run of inlines as Markdown's phrasing content. */
export function phrasing(content: readonly Inline[], place: Place): PhrasingContent[] {
  return nest(carriable(content, place), place);
}

/** What of a run Markdown can carry: marks without the spaces at their ends, no `\\|` as code in a table. */
export function carriable(content: readonly Inline[], place: Place): readonly Inline[] {
  const writable = place === 'cell' ? content.map(withoutEscapedPipe) : content;
  return writable.flatMap(withoutOuterSpace);
}

/** GFM cannot write a backslash before a pipe in a table's code; the letters matter more than the mark. */
function withoutEscapedPipe(inline: Inline): Inline {
  if (inline.kind !== 'text' || !inline.text.includes('\\|')) return inline;
  return { ...inline, marks: inline.marks.filter((mark) => mark.kind !== 'code') };
}

/** Marks that Markdown writes with runs of `*` and `~`, which may not have a space inside. */
const attention: readonly Mark['kind'][] = ['bold', 'italic', 'strike'];

/** Moves the spaces at the ends of a marked text out of its marks. */
function withoutOuterSpace(inline: Inline): readonly Inline[] {
  if (inline.kind !== 'text') return [inline];
  if (!inline.marks.some((mark) => attention.includes(mark.kind))) return [inline];
  if (inline.marks.some((mark) => mark.kind === 'code')) return [inline];
  const outside = inline.marks.filter((mark) => !attention.includes(mark.kind));
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inline.text) ?? [];
  const space = (text: string): readonly Inline[] =>
    text === '' ? [] : [{ kind: 'text', text, marks: outside }];
  const middle: readonly Inline[] =
    inside === '' ? [] : [{ kind: 'text', text: inside, marks: inline.marks }];
  return [...space(before), ...middle, ...space(after)];
}

/** Wraps the longest stretch that shares a mark first, so that marks nest instead of meeting. */
function nest(content: readonly Inline[], place: Place): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  while (at < content.length) {
    const inline = content[at];
    if (inline === undefined) break;
    if (inline.kind === 'line-break') {
      nodes.push(place === 'flow' ? { type: 'break' } : { type: 'html', value: '<br>' });
      at += 1;
      continue;
    }
    const widest = widestMark(content, at, inline.marks);
    if (widest === null) {
      nodes.push({ type: 'text', value: inline.text });
      at += 1;
      continue;
    }
    const inside = content
      .slice(at, at + widest.length)
      .map((each) => withoutMark(each, widest.mark));
    nodes.push(...wrapped(widest.mark, inside, place));
    at += widest.length;
  }
  return nodes;
}

function widestMark(
  content: readonly Inline[],
  from: number,
  marks: readonly Mark[],
): { readonly mark: Mark; readonly length: number } | null {
  let widest: { mark: Mark; length: number } | null = null;
  for (const mark of marks) {
    // Code holds no other marks in Markdown, so it is wrapped last.
    if (mark.kind === 'code' && marks.length > 1) continue;
    let length = 0;
    while (carries(content[from + length], mark)) length += 1;
    if (widest === null || length > widest.length) widest = { mark, length };
    // A link goes outermost whatever its length: links inside links do not exist.
    if (mark.kind === 'link') return widest;
  }
  return widest;
}

function carries(inline: Inline | undefined, mark: Mark): boolean {
  return (
    inline?.kind === 'text' &&
    inline.marks.some((each) => JSON.stringify(each) === JSON.stringify(mark)) &&
    (mark.kind !== 'code' || inline.marks.length === 1)
  );
}

function withoutMark(inline: Inline, mark: Mark): Inline {
  if (inline.kind !== 'text') return inline;
  return { ...inline, marks: inline.marks.filter((each) => each.kind !== mark.kind) };
}

function wrapped(mark: Mark, content: readonly Inline[], place: Place): PhrasingContent[] {
  switch (mark.kind) {
    case 'link':
      return [{ type: 'link', url: mark.href, children: nest(content, place) }];
    case 'bold':
      return [{ type: 'strong', children: nest(content, place) }];
    case 'italic':
      return [{ type: 'emphasis', children: nest(content, place) }];
    case 'strike':
      return [{ type: 'delete', children: nest(content, place) }];
    case 'underline':
      return [html('<u>'), ...nest(content, place), html('</u>')];
    case 'highlight':
      return [html('<mark>'), ...nest(content, place), html('</mark>')];
    case 'code':
      return [
        {
          type: 'inlineCode',
          value: content.map((each) => (each.kind === 'text' ? each.text : ' ')).join(''),
        },
      ];
    default:
      return unreachable(mark);
  }
}

function html(value: string): PhrasingContent {
  return { type: 'html', value };
}
