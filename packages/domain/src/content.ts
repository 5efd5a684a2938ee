import type { BlockId } from './ids.ts';

/**
 * What a note is made of, as everything but the editor sees it: board, record, exports. The unions are
 * closed: a new kind of block breaks the build in each renderer until it is handled.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly id: BlockId | null; readonly content: readonly Inline[] }
  | {
      readonly kind: 'heading';
      readonly id: BlockId | null;
      /** 1 is the largest. */
      readonly level: 1 | 2 | 3;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'bullet-list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'ordered-list'; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'check-list'; readonly items: readonly CheckItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly language: string | null; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'image'; readonly image: string; readonly alt: string }
  | { readonly kind: 'rule' };

export interface ListItem {
  readonly blocks: readonly Block[];
}

export interface CheckItem {
  readonly checked: boolean;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'line-break' };

/** In the order in which renderers nest them: a link is outermost, code innermost. */
export type Mark =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'bold' }
  | { readonly kind: 'italic' }
  | { readonly kind: 'underline' }
  | { readonly kind: 'strike' }
  | { readonly kind: 'highlight' }
  | { readonly kind: 'code' };

/** The words of a run of inlines without their marks; a line break becomes a space. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .trim();
}

const linkSchemes = ['http:', 'https:', 'mailto:'];

/**
 * Whether a link may be kept: http, https or mailto, on paste, render, projection and export alike.
 * Anything else (`javascript:`, `data:`, a relative path) is text.
 */
export function isSafeLink(href: string): boolean {
  return URL.canParse(href) && linkSchemes.includes(new URL(href).protocol);
}
