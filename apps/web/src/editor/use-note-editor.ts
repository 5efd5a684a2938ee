import { noteExtensions } from '@reportback/document';
import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import type { NoteControls } from './note-controls.ts';
import { NoteKeys } from './note-keys.ts';
import { NotePaste } from './paste.ts';
import { type PointLinkHandlers, PointLinkMarks } from './point-links.ts';
import styles from './prose.module.css';
import { type SharedText, sharedTextExtensions, textAttributes } from './shared-text.ts';

/** What a note's editor tells the page. The same object for as long as the page shows the note. */
export interface NoteHandlers extends PointLinkHandlers {
  makePoint(): void;
  /** The caret came into the note, or left it. */
  onFocus(isInside: boolean): void;
}

const placeholder = 'Write what the table says. Type / for headings, lists and more.';

/**
 * The editor of a note. What it is made of is fixed for as long as `text` is the same; only whether one may
 * write changes in place.
 * @param label what a screen reader calls it
 */
export function useNoteEditor(
  text: SharedText,
  controls: NoteControls,
  handlers: NoteHandlers,
  canWrite: boolean,
  label: string,
): Editor {
  const editor = useEditor(
    {
      injectCSS: false,
      editable: canWrite,
      extensions: [
        ...noteExtensions(),
        ...sharedTextExtensions(text),
        NotePaste,
        PointLinkMarks.configure({ handlers }),
        controls.find.extension,
        controls.slash.extension,
        NoteKeys.configure({
          handlers: {
            makePoint: handlers.makePoint,
            find: () => controls.mode.set('find'),
            editLink: () => controls.mode.set('link'),
          },
        }),
      ],
      editorProps: {
        attributes: ({ doc }) =>
          textAttributes({
            label,
            placeholder,
            isEmpty: doc.childCount === 1 && doc.firstChild?.content.size === 0,
            isMultiline: true,
            className: `${styles['prose']} ${styles['note']}`,
          }),
      },
      onFocus: () => handlers.onFocus(true),
      onBlur: () => handlers.onFocus(false),
    },
    [text, controls, handlers, label],
  );
  useEffect(() => {
    if (editor.isEditable !== canWrite) editor.setEditable(canWrite, false);
  }, [editor, canWrite]);
  return editor;
}
