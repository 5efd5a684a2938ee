import { type Inline, type Mark, unreachable } from '@reportback/domain';
import type { PhrasingContent } from 'mdast';

/** How a line break is written: a backslash where lines may end, HTML where they may not. */
export type BreakAs = 'break' | 'html';

/** A run of inlines as Markdown's phrasing content. */
export function phrasing(content: readonly Inline[], breakAs: BreakAs): PhrasingContent[] {
  return nest(content.flatMap(withoutOuterSpace), breakAs);
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
function nest(content: readonly Inline[], breakAs: BreakAs): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  while (at < content.length) {
    const inline = content[at];
    if (inline === undefined) break;
    if (inline.kind === 'line-break') {
      nodes.push(breakAs === 'break' ? { type: 'break' } : { type: 'html', value: '<br>' });
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
    nodes.push(...wrapped(widest.mark, inside, breakAs));
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

function wrapped(mark: Mark, content: readonly Inline[], breakAs: BreakAs): PhrasingContent[] {
  switch (mark.kind) {
    case 'link':
      return [{ type: 'link', url: mark.href, children: nest(content, breakAs) }];
    case 'bold':
      return [{ type: 'strong', children: nest(content, breakAs) }];
    case 'italic':
      return [{ type: 'emphasis', children: nest(content, breakAs) }];
    case 'strike':
      return [{ type: 'delete', children: nest(content, breakAs) }];
    case 'underline':
      return [html('<u>'), ...nest(content, breakAs), html('</u>')];
    case 'highlight':
      return [html('<mark>'), ...nest(content, breakAs), html('</mark>')];
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
