import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Carets } from './carets.ts';
import type { PageUndo } from './page-undo.ts';

/** A text that several people write in at once, and what its editor shares with the page's other editors. */
export interface SharedText {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly undo: PageUndo;
}

/** What makes an editor of a schema into one of a shared text: the binding, the one undo, others' carets. */
export function sharedTextExtensions({ fragment, awareness, undo }: SharedText): Extensions {
  return [
    Collaboration.configure({ fragment, yUndoOptions: { undoManager: undo } }),
    Carets.configure({ awareness }),
  ];
}

/** Attributes of an editor's element: its name for screen readers, and what stands in it while it is empty. */
export function textAttributes(options: {
  readonly label: string;
  readonly placeholder: string;
  readonly isEmpty: boolean;
  readonly isMultiline: boolean;
  readonly className: string;
}): Record<string, string> {
  return {
    role: 'textbox',
    'aria-label': options.label,
    'aria-multiline': String(options.isMultiline),
    class: options.className,
    // What cannot be written in can still be read and selected by keyboard.
    tabindex: '0',
    translate: 'no',
    ...(options.isEmpty && {
      'data-placeholder': options.placeholder,
      'aria-placeholder': options.placeholder,
    }),
  };
}
