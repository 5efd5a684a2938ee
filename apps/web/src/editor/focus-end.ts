import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';

/**
 * Puts the caret at the end of a text that is on the page, before this returns: the editor's own command waits for
 * the next frame, and what is typed until then is lost.
 */
export function focusEnd({ view }: Editor): void {
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)).scrollIntoView());
  view.focus();
}
