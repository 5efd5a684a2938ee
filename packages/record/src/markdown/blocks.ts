import {
  type Block,
  type BlockId,
  type CheckItem,
  type ListItem,
  unreachable,
} from '@reportback/domain';
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem as MdListItem,
  Paragraph,
  PhrasingContent,
} from 'mdast';
import { phrasing } from './inlines.ts';
import { markdownTable } from './table.ts';

export interface BlockWriting {
  /** Added to the levels of the note's own headings; deeper than 6 becomes a bold line. */
  readonly headingOffset: number;
  /** The name of the anchor to set before a block, or null. */
  readonly anchor: (block: BlockId) => string | null;
  /** Where an image of the note lies, seen from the file; null when it is not at hand. */
  readonly image: (image: string) => string | null;
}

export type MdBlock = BlockContent | DefinitionContent;

/** Blocks of a note as Markdown's flow content. */
export function flow(blocks: readonly Block[], writing: BlockWriting): MdBlock[] {
  return blocks.map((block) => flowBlock(block, writing));
}

function flowBlock(block: Block, writing: BlockWriting): MdBlock {
  switch (block.kind) {
    case 'paragraph':
      return {
        type: 'paragraph',
        children: [...anchorOf(block.id, writing), ...phrasing(block.content, 'flow')],
      };
    case 'heading': {
      const level = block.level + writing.headingOffset;
      const content = phrasing(block.content, 'heading');
      const anchor = anchorOf(block.id, writing);
      if (level > 6)
        return { type: 'paragraph', children: [...anchor, { type: 'strong', children: content }] };
      return { type: 'heading', depth: depth(level), children: [...anchor, ...content] };
    }
    case 'bullet-list':
      return list(
        { type: 'list', ordered: false },
        block.items.map((item) => listItem(item, writing)),
      );
    case 'ordered-list': {
      // CommonMark reads at most nine digits before the dot.
      const start = Math.min(block.start, 999_999_999 - block.items.length);
      return list(
        { type: 'list', ordered: true, start },
        block.items.map((item) => listItem(item, writing)),
      );
    }
    case 'check-list':
      return list(
        { type: 'list', ordered: false },
        block.items.map((item) => checkItem(item, writing)),
      );
    case 'quote':
      return { type: 'blockquote', children: flow(block.blocks, writing) };
    case 'code':
      return {
        type: 'code',
        lang: block.language?.split(/\s/)[0] ?? null,
        value: block.text.replace(/\n$/, ''),
      };
    case 'table':
      return markdownTable(block.rows);
    case 'image':
      return { type: 'paragraph', children: [imageNode(block, writing)] };
    case 'rule':
      return { type: 'thematicBreak' };
    default:
      return unreachable(block);
  }
}

export function depth(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  switch (level) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
      return level;
    default:
      throw new Error(`Markdown has no heading of level ${level}.`);
  }
}

/** An empty element that links can lead to; Markdown has no notation of its own for it. */
export function anchorHtml(name: string): PhrasingContent {
  return { type: 'html', value: `<a id="${name}"></a>` };
}

function anchorOf(id: BlockId | null, writing: BlockWriting): readonly PhrasingContent[] {
  const name = id === null ? null : writing.anchor(id);
  return name === null ? [] : [anchorHtml(name)];
}

function imageNode(
  block: { readonly image: string; readonly alt: string },
  writing: BlockWriting,
): PhrasingContent {
  const url = writing.image(block.image);
  if (url !== null) return { type: 'image', url, alt: block.alt };
  const what = block.alt === '' ? 'Image' : `Image: ${block.alt}`;
  return { type: 'emphasis', children: [{ type: 'text', value: `${what} (not in this file)` }] };
}

function list(frame: Omit<List, 'children'>, children: MdListItem[]): List {
  return { ...frame, spread: children.some((item) => item.spread === true), children };
}

function listItem(item: ListItem, writing: BlockWriting): MdListItem {
  const children = flow(item.blocks, writing);
  return { type: 'listItem', spread: !isTight(children), children };
}

function checkItem(item: CheckItem, writing: BlockWriting): MdListItem {
  const children = flow(item.blocks, writing);
  // GFM sees a check box only before the words of a paragraph; elsewhere it is drawn.
  if (children[0]?.type === 'paragraph')
    return { type: 'listItem', checked: item.checked, spread: !isTight(children), children };
  const box: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: item.checked ? '☑' : '☐' }],
  };
  const boxed = [box, ...children];
  return { type: 'listItem', spread: !isTight(boxed), children: boxed };
}

/** Whether an item's blocks read the same without blank lines between them. */
function isTight(children: readonly MdBlock[]): boolean {
  return children.every((child, position) => {
    if (position === 0) return true;
    const above = children[position - 1];
    if (child.type !== 'list' || above?.type !== 'paragraph') return false;
    return canInterrupt(child);
  });
}

/** Only a list that starts at 1, with something in its first item, can follow a paragraph's line. */
function canInterrupt(list: List): boolean {
  const first = list.children[0]?.children[0];
  if (first === undefined || (list.ordered === true && list.start !== 1)) return false;
  return first.type !== 'list' || canInterrupt(first);
}
