import * as Y from 'yjs';
import { noteOf } from './group-document.ts';

/** What one Yjs client wrote of a block. The server knows which seat a client id belongs to. */
export interface Share {
  readonly client: number;
  /** UTF-16 units of text that stand there now. */
  readonly characters: number;
}

/**
 * Who wrote one of the note's blocks, most first; a block without text names who put it there. Text that the editor
 * had to write again, such as the second half of a split paragraph, counts for who split it.
 * @param path the places of children to take from the note on; outside texts the editor's nodes have the same places
 * @returns nobody for a path that leads nowhere
 */
export function authorsOfBlock(doc: Y.Doc, path: readonly number[]): readonly Share[] {
  let block: Y.XmlFragment | Y.XmlElement | Y.XmlText | Y.XmlHook = noteOf(doc);
  for (const place of path) {
    if (!(block instanceof Y.XmlFragment) || place >= block.length) return [];
    block = block.get(place);
  }
  return block instanceof Y.XmlElement ? authorsOf(block) : [];
}

function authorsOf(block: Y.XmlElement): readonly Share[] {
  const characters = new Map<number, number>();
  const waiting: Pick<Y.AbstractType<unknown>, '_start'>[] = [block];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentType) waiting.push(item.content.type);
      if (item.content instanceof Y.ContentString)
        characters.set(item.id.client, (characters.get(item.id.client) ?? 0) + item.length);
    }
  }
  if (characters.size === 0 && block._item !== null) characters.set(block._item.id.client, 0);
  return Array.from(characters, ([client, count]) => ({ client, characters: count })).sort(
    (a, b) => b.characters - a.characters || a.client - b.client,
  );
}
