import {
  type Block,
  type GroupId,
  plenaryGroup,
  type SessionId,
  unreachable,
} from '@reportback/domain';
import type { WorkshopRecord } from './record.ts';
import { restricted, type Scope, wholeEvent } from './scope.ts';

/** An image that a note shows, and whose note it is. */
export interface ShownImage {
  readonly image: string;
  readonly session: SessionId;
  /** A table, or the plenary. */
  readonly group: GroupId;
}

/**
 * The images that notes within a scope show, each once, with the note that shows it first. Only these are exported: what
 * was taken out of a note is not told any more.
 * @throws NotInRecord as {@link restricted}
 */
export function shownImages(
  record: WorkshopRecord,
  scope: Scope = wholeEvent,
): readonly ShownImage[] {
  const shown = restricted(record, scope).sessions.flatMap(({ id: session, groups, plenary }) => [
    ...groups.flatMap(({ group, note }) =>
      imagesIn(note).map((image) => ({ image, session, group })),
    ),
    ...imagesIn(plenary.note).map((image) => ({ image, session, group: plenaryGroup })),
  ]);
  const first = new Map<string, ShownImage>();
  for (const each of shown) if (!first.has(each.image)) first.set(each.image, each);
  return [...first.values()];
}

function imagesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'image':
        return [block.image];
      case 'bullet-list':
      case 'ordered-list':
        return block.items.flatMap((item) => imagesIn(item.blocks));
      case 'check-list':
        return block.items.flatMap((item) => imagesIn(item.blocks));
      case 'quote':
        return imagesIn(block.blocks);
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => imagesIn(cell.blocks)));
      case 'paragraph':
      case 'heading':
      case 'code':
      case 'rule':
        return [];
      default:
        return unreachable(block);
    }
  });
}
