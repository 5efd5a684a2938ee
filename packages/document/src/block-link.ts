import type { BlockId } from '@reportback/domain';
import { parseBlockId } from '@reportback/domain';
import * as Y from 'yjs';
import { noteOf } from './group-document.ts';
import { blockIdAttribute, node } from './note-names.ts';
import { origin } from './origin.ts';
import { readBlockId } from './read-value.ts';

/** A block's id, which only blocks have that a point was made from. */
export function blockIdOf(block: Y.XmlElement): BlockId | null {
  return readBlockId(block.getAttribute(blockIdAttribute.stored));
}

/** Whether an element is a block that can have an id. */
export function isLinkable(element: Y.XmlElement): boolean {
  return element.nodeName === node.paragraph || element.nodeName === node.heading;
}

/** Paragraphs and headings of a note in the order of the text, at whatever depth they stand. */
export function* linkableBlocks(note: Y.XmlFragment): Generator<Y.XmlElement> {
  const waiting: unknown[] = note.toArray().reverse();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!(next instanceof Y.XmlElement)) continue;
    if (isLinkable(next)) yield next;
    else for (const child of next.toArray().reverse()) waiting.push(child);
  }
}

/**
 * The block at a place of the note, or null where there is none that can have an id.
 * @param path child positions from the note downwards; in ProseMirror's words `$pos.index(0)`,
 *   `$pos.index(1)`, … up to the depth above the text
 */
export function blockAt(doc: Y.Doc, path: readonly number[]): Y.XmlElement | null {
  let at: Y.XmlFragment = noteOf(doc);
  for (const index of path) {
    const child: unknown = index < at.length ? at.get(index) : undefined;
    if (!(child instanceof Y.XmlElement)) return null;
    at = child;
  }
  return at instanceof Y.XmlElement && isLinkable(at) ? at : null;
}

/** The first block of the note that has this id, or null when it was deleted. */
export function blockWithId(doc: Y.Doc, id: BlockId): Y.XmlElement | null {
  for (const block of linkableBlocks(noteOf(doc))) if (blockIdOf(block) === id) return block;
  return null;
}

/**
 * The id of a block, given to it now if it had none; null for what cannot have one. It follows from where
 * the block was first written, not from chance, so two people who make a point of one line at once give it the same.
 */
export function linkBlock(doc: Y.Doc, block: Y.XmlElement): BlockId | null {
  const item = block._item;
  if (!isLinkable(block) || item === null || item.deleted) return null;
  const taken = new Set<BlockId>();
  for (const other of linkableBlocks(noteOf(doc))) {
    const id = blockIdOf(other);
    if (id === null) continue;
    if (other === block && !taken.has(id)) return id;
    taken.add(id);
  }
  // Splitting a block may leave its id with the other half, so the text made of this place can be taken.
  const first = `b${item.id.client.toString(36)}-${item.id.clock.toString(36)}`;
  let text = first;
  for (let copy = 2; taken.has(parseBlockId(text)); copy += 1) text = `${first}-${copy}`;
  const id = parseBlockId(text);
  doc.transact(() => block.setAttribute(blockIdAttribute.stored, id), origin.edit);
  return id;
}
