import type { Block } from '@reportback/domain';
import { plainText } from '@reportback/domain';
import type * as Y from 'yjs';
import { noteOf } from './group-document.ts';
import { node } from './note-names.ts';
import { leaves } from './project-inline.ts';

/** Whether nobody wrote anything into the note: no words, and no image. Frames without words do not count. */
export function noteIsEmpty(doc: Y.Doc): boolean {
  for (const leaf of leaves(noteOf(doc))) {
    const written = 'nodeName' in leaf ? leaf.nodeName === node.image : /\S/.test(words(leaf));
    if (written) return false;
  }
  return true;
}

function words(text: Y.Text): string {
  const delta: readonly { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

export interface OutlineEntry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Which of the note's blocks it is, from 0. */
  readonly position: number;
}

/** The note's headings that stand by themselves, in order; those without words are left out. */
export function outline(blocks: readonly Block[]): readonly OutlineEntry[] {
  return blocks.flatMap((block, position) => {
    if (block.kind !== 'heading') return [];
    const text = plainText(block.content);
    return text === '' ? [] : [{ level: block.level, text, position }];
  });
}
