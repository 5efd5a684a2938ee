import { projectCard, projectNote } from '@reportback/document';
import { type Block, type Inline, plainText, unreachable } from '@reportback/domain';
import type * as Y from 'yjs';

/** A table's card and note as plain text. */
export function textOf(doc: Y.Doc): string {
  const card = projectCard(doc);
  const fields: readonly (readonly [string, string])[] = [
    ['Headline', plainText(card.headline)],
    [
      'Key points',
      card.points.map(({ text }, index) => `${index + 1}. ${plainText(text)}`).join('\n'),
    ],
    ['Ask', plainText(card.ask)],
    ['Dissent', plainText(card.dissent)],
    ['Note', blocksText(projectNote(doc))],
  ];
  return fields
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}\n${text}\n`)
    .join('\n');
}

function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesOf(block.content);
    case 'bullet-list':
      return block.items.map((item) => listed('- ', item.blocks)).join('\n');
    case 'ordered-list':
      return block.items
        .map((item, index) => listed(`${block.start + index}. `, item.blocks))
        .join('\n');
    case 'check-list':
      return block.items
        .map((item) => listed(item.checked ? '[x] ' : '[ ] ', item.blocks))
        .join('\n');
    case 'quote':
      return listed('> ', block.blocks);
    case 'code':
      return block.text;
    case 'table':
      return block.rows
        .map((row) => row.cells.map((cell) => blocksText(cell.blocks)).join('\t'))
        .join('\n');
    case 'image':
      return block.alt === '' ? '(image)' : `(image: ${block.alt})`;
    case 'rule':
      return '---';
    default:
      return unreachable(block);
  }
}

function linesOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
}

function listed(mark: string, blocks: readonly Block[]): string {
  return mark + blocksText(blocks).replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}
