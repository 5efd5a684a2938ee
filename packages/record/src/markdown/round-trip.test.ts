import type { Block } from '@reportback/domain';
import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { cleanBlocks } from '../clean-content.ts';
import { anyBlocks } from '../testing/any-blocks.ts';
import { readMarkdown } from '../testing/read-markdown.ts';
import { flow } from './blocks.ts';
import { carriable, type Place } from './inlines.ts';
import { markdownOptions } from './markdown.ts';

function written(blocks: readonly Block[]): string {
  const root: Root = {
    type: 'root',
    children: flow(cleanBlocks(blocks), {
      headingOffset: 0,
      anchor: () => null,
      image: (image) => image,
    }),
  };
  return write(root, markdownOptions);
}

test('a CommonMark parser reads any note back as the same blocks', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const markdown = written(blocks);
      expect(comparable(readMarkdown(markdown)), markdown).toEqual(comparable(blocks));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});

function comparable(blocks: readonly Block[]): readonly Block[] {
  return cleanBlocks(carried(cleanBlocks(blocks), 'flow'));
}

function carried(blocks: readonly Block[], place: Place): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, content: carriable(block.content, place) };
      case 'bullet-list':
      case 'ordered-list':
        return {
          ...block,
          items: block.items.map((item) => ({ blocks: carried(item.blocks, place) })),
        };
      case 'check-list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: carried(item.blocks, place) })),
        };
      case 'quote':
        return { ...block, blocks: carried(block.blocks, place) };
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => ({
            cells: row.cells.map((cell) => ({ ...cell, blocks: carried(cell.blocks, 'cell') })),
          })),
        };
      default:
        return block;
    }
  });
}
