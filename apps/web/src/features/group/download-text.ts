import type * as Y from 'yjs';
import { whenIdle } from '../../editor/when-idle.ts';

const rescue = () => import('./rescue.ts');

// Needed when things go wrong, and then there may be nothing to fetch it from.
whenIdle(() => void rescue());

/**
 * Hands the person a file with everything that this device holds of a table, saved or not.
 * @param name of the file, without its ending
 */
export async function downloadText(doc: Y.Doc, name: string): Promise<void> {
  const { textOf } = await rescue();
  const file = new Blob([textOf(doc)], { type: 'text/plain;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.txt`;
  link.click();
  // The browser has taken the file over once this turn is done.
  setTimeout(() => URL.revokeObjectURL(address));
}
