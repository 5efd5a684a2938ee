import { type Block, type ListItem, unreachable } from '@reportback/domain';

type Heading = Extract<Block, { kind: 'heading' }>;

/**
 * A note whose headings go down one step at a time, beginning with 1, as readers with assistive technology and
 * PDF/UA expect: people choose levels by their looks.
 */
export function steppedHeadings(blocks: readonly Block[]): readonly Block[] {
  const open: number[] = [];
  const level = (heading: Heading): Heading['level'] => {
    while ((open.at(-1) ?? 0) >= heading.level) open.pop();
    open.push(heading.level);
    return open.length === 1 ? 1 : open.length === 2 ? 2 : 3;
  };
  return stepped(blocks, level);
}

function stepped(
  blocks: readonly Block[],
  level: (heading: Heading) => Heading['level'],
): readonly Block[] {
  const items = <Item extends ListItem>(all: readonly Item[]): readonly Item[] =>
    all.map((item) => ({ ...item, blocks: stepped(item.blocks, level) }));
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, level: level(block) };
      case 'bullet-list':
      case 'ordered-list':
        return { ...block, items: items(block.items) };
      case 'check-list':
        return { ...block, items: items(block.items) };
      case 'quote':
        return { ...block, blocks: stepped(block.blocks, level) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => ({ cells: items(row.cells) })) };
      case 'paragraph':
      case 'code':
      case 'image':
      case 'rule':
        return block;
      default:
        return unreachable(block);
    }
  });
}
