import type { Block, BlockId } from '@reportback/domain';
import type { JSONContent } from '@tiptap/core';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { definitionsIn, readBlocks } from './markdown-blocks.ts';
import { noteJson } from './write-blocks.ts';

/**
 * The beginning of a line that opens more quotes, lists and footnotes than a parser of Markdown has stack
 * for. A backslash before it makes it a line of text; nobody wrote it to be read.
 */
const bottomless = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\s]{1,99}\]:)){64}/gm;

/**
 * Reads Markdown (CommonMark with GitHub's tables, task lists, strikethrough, autolinks and footnotes) as a
 * note's blocks. What a note does not have is kept as text: HTML as it stands, images as their words with a
 * link, footnotes with their mark; headings below the third level become the third, and links that may not be kept
 * lose their address. It accepts any text; brackets nested by the thousand take time that grows with their
 * square, so a server reads what strangers send beside its event loop, and of a limited size.
 * @param idOfLines gives a paragraph or heading its id by the lines it stands on (first and last, from 1);
 *   without it no block has one
 */
export function parseMarkdown(
  markdown: string,
  idOfLines: (first: number, last: number) => BlockId | null = () => null,
): readonly Block[] {
  const source = markdown.replace(bottomless, String.raw`\$&`);
  const root = fromMarkdown(source, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return readBlocks(root.children, {
    source,
    definitions: definitionsIn(root),
    idOfLines,
    depth: 0,
  });
}

/** Markdown as the note editor's JSON: for paste, and for import. */
export function markdownToNote(markdown: string): JSONContent {
  return noteJson(parseMarkdown(markdown));
}
