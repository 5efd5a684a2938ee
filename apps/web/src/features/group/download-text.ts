import type * as Y from 'yjs';
// Not fetched when it is needed: that is when there is nothing to fetch it from.
import { textOf } from './rescue.ts';

/**
 * Hands the person a file with everything that this device holds of a table, saved or not.
 * @param name of the file, without its ending
 */
export function downloadText(doc: Y.Doc, name: string): void {
  const file = new Blob([textOf(doc)], { type: 'text/plain;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.txt`;
  link.click();
  // The browser has taken the file over once this turn is done.
  setTimeout(() => URL.revokeObjectURL(address));
}
