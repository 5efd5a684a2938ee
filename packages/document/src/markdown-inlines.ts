import type { Inline, Mark } from '@reportback/domain';
import { isSafeLink, unreachable } from '@reportback/domain';
import type { PhrasingContent } from 'mdast';
import { markNames } from './note-names.ts';
import { joinRuns } from './project-inline.ts';

/** What reading a piece of Markdown needs to know of the whole. */
export interface InlineContext {
  /** The Markdown itself; positions point into it. */
  readonly source: string;
  /** Addresses by the name under which they are defined. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Nesting of emphasis and the like that is read as such; deeper, the Markdown stays as it was written. */
const deepest = 32;

/** The inlines of a paragraph, heading or cell. */
export function readInlines(
  content: readonly PhrasingContent[],
  context: InlineContext,
): readonly Inline[] {
  return joinRuns(inlines(content, [], context, 0));
}

function inlines(
  content: readonly PhrasingContent[],
  marks: readonly Mark[],
  context: InlineContext,
  depth: number,
): readonly Inline[] {
  if (depth > deepest) return text(asWritten(content, context), marks);
  return content.flatMap((part) => inline(part, marks, context, depth + 1));
}

function inline(
  part: PhrasingContent,
  marks: readonly Mark[],
  context: InlineContext,
  depth: number,
): readonly Inline[] {
  switch (part.type) {
    case 'text':
      return text(part.value, marks);
    case 'strong':
      return inlines(part.children, withMark(marks, { kind: 'bold' }), context, depth);
    case 'emphasis':
      return inlines(part.children, withMark(marks, { kind: 'italic' }), context, depth);
    case 'delete':
      return inlines(part.children, withMark(marks, { kind: 'strike' }), context, depth);
    case 'inlineCode':
      return text(part.value, withMark(marks, { kind: 'code' }));
    case 'break':
      return [{ kind: 'line-break' }];
    case 'link':
      return inlines(part.children, withLink(marks, part.url), context, depth);
    case 'linkReference':
      return inlines(
        part.children,
        withLink(marks, context.definitions.get(part.identifier)),
        context,
        depth,
      );
    case 'image':
      return image(part.alt, part.url, marks);
    case 'imageReference':
      return image(part.alt, context.definitions.get(part.identifier) ?? '', marks);
    case 'footnoteReference':
      return text(footnoteMark(part), marks);
    case 'html':
      return /^<br\s*\/?>$/i.test(part.value) ? [{ kind: 'line-break' }] : text(part.value, marks);
    default:
      return unreachable(part);
  }
}

/** How a footnote is named in the text that refers to it, and before its own. */
export function footnoteMark(note: {
  readonly identifier: string;
  readonly label?: string | null | undefined;
}): string {
  return `[^${note.label ?? note.identifier}]`;
}

/** A line's end within a paragraph is a space in Markdown. */
function text(value: string, marks: readonly Mark[]): readonly Inline[] {
  return [{ kind: 'text', text: value.replace(/\r?\n|\r/g, ' '), marks }];
}

function image(
  alt: string | null | undefined,
  url: string,
  marks: readonly Mark[],
): readonly Inline[] {
  const words = alt === null || alt === undefined || alt === '' ? url : alt;
  return text(words, withLink(marks, url));
}

function withLink(marks: readonly Mark[], href: string | undefined): readonly Mark[] {
  return href !== undefined && isSafeLink(href) ? withMark(marks, { kind: 'link', href }) : marks;
}

/** Adds a mark in its place of the order of all marks, unless one of its kind is there. */
function withMark(marks: readonly Mark[], added: Mark): readonly Mark[] {
  if (marks.some((mark) => mark.kind === added.kind)) return marks;
  return [...marks, added].sort((a, b) => markNames.indexOf(a.kind) - markNames.indexOf(b.kind));
}

/** The Markdown that some nodes were read from. */
export function asWritten(
  content: readonly Pick<PhrasingContent, 'position'>[],
  { source }: InlineContext,
): string {
  const first = content[0]?.position?.start.offset;
  const last = content.at(-1)?.position?.end.offset;
  return first === undefined || last === undefined ? '' : source.slice(first, last);
}
