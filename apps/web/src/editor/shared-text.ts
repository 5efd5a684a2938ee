import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Carets } from './carets.ts';
import { LeaveText } from './leave-text.ts';
import type { PageUndo } from './page-undo.ts';
import { SteadyCaret } from './steady-caret.ts';

/** A text that several people write in at once, and what its editor shares with the page's other editors. */
export interface SharedText {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly undo: PageUndo;
}

/** How an editor looks and what it is called. */
export interface TextFace {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Stands in it while it is empty: how to fill it. */
  readonly placeholder: string;
  readonly isEmpty: (state: EditorState) => boolean;
  readonly isMultiline: boolean;
  readonly className: string;
}

/** Stands in an empty text for who may not fill it. */
const nothingWritten = 'Nothing written.';

/** What makes an editor of a schema into one of a shared text: the binding, the one undo, others' carets, its face. */
export function sharedTextExtensions(
  { fragment, awareness, undo }: SharedText,
  face: TextFace,
): Extensions {
  return [
    Collaboration.configure({ fragment, yUndoOptions: { undoManager: undo } }),
    Carets.configure({ awareness }),
    SteadyCaret,
    LeaveText,
    Extension.create({
      name: 'face',
      addProseMirrorPlugins() {
        const { editor } = this;
        return [
          new Plugin({
            props: { attributes: (state) => attributes(face, state, editor.options.editable) },
          }),
        ];
      },
    }),
  ];
}

function attributes(
  face: TextFace,
  state: EditorState,
  isEditable: boolean,
): Record<string, string> {
  const { label, placeholder, isMultiline, className } = face;
  return {
    role: 'textbox',
    'aria-label': label,
    'aria-multiline': String(isMultiline),
    'aria-readonly': String(!isEditable),
    class: className,
    // What cannot be written in can still be read and selected by keyboard.
    tabindex: '0',
    translate: 'no',
    ...(face.isEmpty(state) && {
      'data-placeholder': isEditable ? placeholder : nothingWritten,
      'aria-placeholder': isEditable ? placeholder : nothingWritten,
    }),
  };
}
