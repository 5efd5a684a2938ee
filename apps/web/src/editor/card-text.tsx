import { cardTextExtensions } from '@reportback/document';
import { type Editor, Extension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { LinePaste } from './paste.ts';
import styles from './prose.module.css';
import { type SharedText, sharedTextExtensions, textAttributes } from './shared-text.ts';

/** What a text of the card tells the page. The same object for as long as the text is shown. */
export interface LineHandlers {
  /** The caret came into the text, or left it. */
  onFocus(isInside: boolean): void;
  /** Enter: on to what comes next. */
  onEnter(): void;
  /** Backspace in an empty text. */
  onErase?(): void;
  /** Alt and an arrow: move what this is the text of. */
  onMove?(by: 1 | -1): void;
  /** The editor that shows the text, once it is there, and null when it goes. */
  onEditor?(editor: Editor | null): void;
}

/** Keys of a text that is one line, however long. */
const LineKeys = Extension.create<{ handlers: LineHandlers | null }>({
  name: 'lineKeys',
  priority: 1_001,
  addOptions: () => ({ handlers: null }),
  addKeyboardShortcuts() {
    const { handlers } = this.options;
    if (handlers === null) return {};
    const { onErase, onMove } = handlers;
    const enter = () => {
      handlers.onEnter();
      return true;
    };
    return {
      Enter: enter,
      'Shift-Enter': enter,
      'Mod-Enter': enter,
      Escape: () => this.editor.commands.blur(),
      ...(onErase && {
        Backspace: () => {
          if (!this.editor.isEmpty) return false;
          onErase();
          return true;
        },
      }),
      ...(onMove && {
        'Alt-ArrowUp': () => {
          onMove(-1);
          return true;
        },
        'Alt-ArrowDown': () => {
          onMove(1);
          return true;
        },
      }),
    };
  },
});

/** One text of the report card: a line of words that several people write in. */
export function CardText({
  text,
  handlers,
  canWrite,
  label,
  placeholder,
}: {
  readonly text: SharedText;
  readonly handlers: LineHandlers;
  readonly canWrite: boolean;
  readonly label: string;
  /** Stands in its place while it is empty: how to fill it. */
  readonly placeholder: string;
}) {
  const editor = useEditor(
    {
      injectCSS: false,
      editable: canWrite,
      extensions: [
        ...cardTextExtensions(),
        ...sharedTextExtensions(text),
        LinePaste,
        LineKeys.configure({ handlers }),
      ],
      editorProps: {
        attributes: ({ doc }) =>
          textAttributes({
            label,
            placeholder,
            isEmpty: doc.textContent === '',
            isMultiline: false,
            className: `${styles['prose']} ${styles['line']}`,
          }),
      },
      onFocus: () => handlers.onFocus(true),
      onBlur: () => handlers.onFocus(false),
    },
    [text, handlers, label, placeholder],
  );
  useEffect(() => {
    if (editor.isEditable !== canWrite) editor.setEditable(canWrite, false);
  }, [editor, canWrite]);
  useEffect(() => {
    handlers.onEditor?.(editor);
    return () => handlers.onEditor?.(null);
  }, [editor, handlers]);
  return <EditorContent editor={editor} />;
}
