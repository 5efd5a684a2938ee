import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { PageUndo } from '../page-undo.ts';

/** Puts blocks at the end of the note, in place of an empty last line; one undo takes all of it back. */
export function appendContent(editor: Editor, undo: PageUndo, content: Node): void {
  const { doc, tr } = editor.state;
  const last = doc.lastChild;
  const end = doc.content.size;
  const isEmpty = last?.type.name === 'paragraph' && last.content.size === 0;
  undo.stopCapturing();
  editor.view.dispatch(tr.replaceWith(isEmpty ? end - last.nodeSize : end, end, content.content));
  undo.stopCapturing();
}
