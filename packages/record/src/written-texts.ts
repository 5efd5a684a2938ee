import {
  type Block,
  type GroupId,
  plainText,
  type SessionId,
  unreachable,
} from '@reportback/domain';
import type { WorkshopRecord } from './record.ts';

/** A line that somebody wrote freely, and where it stands. */
export interface WrittenText {
  readonly session: SessionId;
  /** Null in what belongs to the whole room. */
  readonly group: GroupId | null;
  readonly part:
    | 'card'
    | 'note'
    | 'plenary note'
    | 'finding'
    | 'reaction'
    | 'action'
    | 'citation'
    | 'correction';
  readonly text: string;
}

/** Everything that people wrote freely, line by line; empty lines are left out. */
export function writtenTexts(record: WorkshopRecord): readonly WrittenText[] {
  const all = record.sessions.flatMap((session): readonly WrittenText[] => {
    const { id, plenary } = session;
    const inRoom = (part: WrittenText['part'], texts: readonly string[]): WrittenText[] =>
      texts.map((text) => ({ session: id, group: null, part, text }));
    const atTables = session.groups.flatMap(({ group, card, note }): readonly WrittenText[] => {
      const lines = [
        card.headline,
        ...card.points.map((point) => point.text),
        card.ask,
        card.dissent,
      ];
      return [
        ...lines.map((each) => ({
          session: id,
          group,
          part: 'card' as const,
          text: plainText(each),
        })),
        ...blockTexts(note).map((text) => ({ session: id, group, part: 'note' as const, text })),
      ];
    });
    const remarks = plenary.reactions.flatMap((each) => [...each.questions, ...each.objections]);
    return [
      ...atTables,
      ...inRoom('plenary note', blockTexts(plenary.note)),
      ...inRoom(
        'finding',
        plenary.findings.flatMap((each) => [each.name, each.statement]),
      ),
      ...inRoom(
        'reaction',
        remarks.map((each) => each.text),
      ),
      ...inRoom(
        'action',
        plenary.actions.map((each) => each.text),
      ),
      ...inRoom(
        'citation',
        plenary.citations.map((each) => each.why),
      ),
    ];
  });
  const corrected = record.corrections.flatMap(({ session, group, before, after }) =>
    [...before, ...after].map((text) => ({ session, group, part: 'correction' as const, text })),
  );
  return [...all, ...corrected].filter((each) => each.text !== '');
}

/** The plain lines of a note, in the order of reading. */
export function blockTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [plainText(block.content)];
      case 'bullet-list':
      case 'ordered-list':
      case 'check-list':
        return block.items.flatMap((item) => blockTexts(item.blocks));
      case 'quote':
        return blockTexts(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => blockTexts(cell.blocks)));
      case 'code':
        return block.text.split('\n');
      case 'image':
        return [block.alt];
      case 'rule':
        return [];
      default:
        return unreachable(block);
    }
  });
}
