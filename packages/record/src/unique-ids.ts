import {
  type Block,
  type BlockId,
  type ListItem,
  type PointId,
  parsePointId,
  unreachable,
} from '@reportback/domain';
import type { RecordedSession } from './record.ts';

/**
 * Sessions in which every point has an id of its own, and every block within its note. Both come from documents
 * that anybody at the table can write to, so a copied id may occur: of a block's, the first keeps it; a
 * point that repeats one gets another.
 */
export function withUniqueIds(sessions: readonly RecordedSession[]): readonly RecordedSession[] {
  const seen = new Set<PointId>();
  return sessions.map((session) => ({
    ...session,
    groups: session.groups.map((work) => ({
      ...work,
      card: {
        ...work.card,
        points: work.card.points.map((point) => {
          const id = freshId(point.id, seen);
          seen.add(id);
          return id === point.id ? point : { ...point, id };
        }),
      },
      note: uniqueBlocks(work.note, new Set()),
    })),
    plenary: { ...session.plenary, note: uniqueBlocks(session.plenary.note, new Set()) },
  }));
}

/** Ids have 48 letters at most; this leaves room for what tells them apart. */
const roomForNumber = 40;

function freshId(id: PointId, seen: ReadonlySet<PointId>): PointId {
  let fresh = id;
  for (let number = 2; seen.has(fresh); number += 1)
    fresh = parsePointId(`${id.slice(0, roomForNumber)}-${number}`);
  return fresh;
}

function uniqueBlocks(blocks: readonly Block[], seen: Set<BlockId>): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading': {
        if (block.id === null) return block;
        if (seen.has(block.id)) return { ...block, id: null };
        seen.add(block.id);
        return block;
      }
      case 'bullet-list':
      case 'ordered-list':
        return { ...block, items: uniqueItems(block.items, seen) };
      case 'check-list':
        return { ...block, items: uniqueItems(block.items, seen) };
      case 'quote':
        return { ...block, blocks: uniqueBlocks(block.blocks, seen) };
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => ({ cells: uniqueItems(row.cells, seen) })),
        };
      case 'code':
      case 'image':
      case 'rule':
        return block;
      default:
        return unreachable(block);
    }
  });
}

function uniqueItems<Item extends ListItem>(
  items: readonly Item[],
  seen: Set<BlockId>,
): readonly Item[] {
  return items.map((item) => ({ ...item, blocks: uniqueBlocks(item.blocks, seen) }));
}
