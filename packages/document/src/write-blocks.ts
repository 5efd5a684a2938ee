import type { Block, Inline, Mark, TableCell } from '@reportback/domain';
import { isSafeLink, unreachable } from '@reportback/domain';
import type { JSONContent } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { newParagraph } from './card-text.ts';
import { node } from './note-names.ts';
import { noteSchema } from './note-schema.ts';

/**
 * Blocks as the editor's JSON, valid in the note's schema: an item of a list begins with a paragraph,
 * and nothing that needs content is empty. For inserting into an editor as well as for writing a note.
 */
export function noteJson(blocks: readonly Block[]): JSONContent {
  return { type: 'doc', content: atLeastOne(blocks) };
}

/**
 * Writes blocks into an empty note, as the editor's binding would. A note without blocks gets one empty
 * paragraph that already has its text, so that two people who begin at once write into the same one.
 */
export function writeBlocks(note: Y.XmlFragment, blocks: readonly Block[]): void {
  if (blocks.length === 0) {
    note.insert(0, [newParagraph([])]);
    return;
  }
  const content = Node.fromJSON(noteSchema(), noteJson(blocks));
  content.check();
  prosemirrorToYXmlFragment(content, note);
}

const emptyParagraph: JSONContent = { type: node.paragraph };

function atLeastOne(blocks: readonly Block[]): JSONContent[] {
  return blocks.length === 0 ? [emptyParagraph] : blocks.map(blockJson);
}

/** What an item of a list holds: the schema wants a paragraph first. */
function itemContent(blocks: readonly Block[]): JSONContent[] {
  const content = blocks.map(blockJson);
  return blocks[0]?.kind === 'paragraph' ? content : [emptyParagraph, ...content];
}

function blockJson(block: Block): JSONContent {
  switch (block.kind) {
    case 'paragraph':
      return { type: node.paragraph, attrs: { id: block.id }, content: inlines(block.content) };
    case 'heading':
      return {
        type: node.heading,
        attrs: { id: block.id, level: block.level },
        content: inlines(block.content),
      };
    case 'bullet-list':
      return {
        type: node.bulletList,
        content: block.items.map((item) => ({
          type: node.listItem,
          content: itemContent(item.blocks),
        })),
      };
    case 'ordered-list':
      return {
        type: node.orderedList,
        attrs: { start: block.start },
        content: block.items.map((item) => ({
          type: node.listItem,
          content: itemContent(item.blocks),
        })),
      };
    case 'check-list':
      return {
        type: node.checkList,
        content: block.items.map((item) => ({
          type: node.checkItem,
          attrs: { checked: item.checked },
          content: itemContent(item.blocks),
        })),
      };
    case 'quote':
      return { type: node.quote, content: atLeastOne(block.blocks) };
    case 'code':
      return {
        type: node.code,
        attrs: { language: block.language },
        content: block.text === '' ? [] : [{ type: 'text', text: block.text }],
      };
    case 'table':
      return {
        type: node.table,
        content: block.rows.map((row) => ({
          type: node.tableRow,
          content: row.cells.map(cellJson),
        })),
      };
    case 'image':
      return { type: node.image, attrs: { image: block.image, alt: block.alt } };
    case 'rule':
      return { type: node.rule };
    default:
      return unreachable(block);
  }
}

function cellJson(cell: TableCell): JSONContent {
  return {
    type: cell.header ? node.tableHeader : node.tableCell,
    attrs: { colspan: cell.columns, rowspan: cell.rows },
    content: atLeastOne(cell.blocks),
  };
}

function inlines(content: readonly Inline[]): JSONContent[] {
  return content.flatMap((inline): JSONContent[] => {
    if (inline.kind === 'line-break') return [{ type: node.lineBreak }];
    if (inline.text === '') return [];
    return [{ type: 'text', text: inline.text, marks: inline.marks.flatMap(markJson) }];
  });
}

function markJson(mark: Mark): { type: string; attrs?: Record<string, string> }[] {
  if (mark.kind !== 'link') return [{ type: mark.kind }];
  return isSafeLink(mark.href) ? [{ type: mark.kind, attrs: { href: mark.href } }] : [];
}
