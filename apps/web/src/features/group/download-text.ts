import { storedDocument } from '@reportback/client';
import { groupLabel, type WorkshopView } from '@reportback/domain';
import type * as Y from 'yjs';
import { rememberedDocument } from './remembered-documents.ts';
// Not fetched when it is needed: that is when there is nothing to fetch it from.
import { textOf } from './rescue.ts';

/**
 * Hands the person a file with everything that this device holds of a table, saved or not.
 * @param name of the file, without its ending
 */
export function downloadText(doc: Y.Doc, name: string): void {
  download(textOf(doc), name);
}

/** Hands the person a file with all tables of a workshop that this device holds, in the order of the sessions. */
export async function downloadEverything({ workshop, sessions, groups }: WorkshopView) {
  const parts: string[] = [];
  for (const session of sessions)
    for (const group of groups) {
      const name = rememberedDocument(session.id, group.id);
      const doc = name === null ? null : await storedDocument(name);
      const text = doc === null ? '' : textOf(doc);
      doc?.destroy();
      if (text !== '') parts.push(`${session.title}, ${groupLabel(group)}\n\n${text}`);
    }
  const nothing = 'This browser holds no text of this workshop.\n';
  download(parts.length === 0 ? nothing : parts.join('\n\n'), workshop.title);
}

function download(text: string, name: string): void {
  const file = new Blob([text], { type: 'text/plain;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.txt`;
  link.click();
  // The browser has taken the file over once this turn is done.
  setTimeout(() => URL.revokeObjectURL(address));
}
