import { noteExtensions } from '@reportback/document';
import { Editor } from '@tiptap/core';
import { DropLine } from './drop-line.ts';
import { fetched } from './fetched.ts';
import { LinkTyping } from './link-typing.ts';
import type { NoteControls } from './note-controls.ts';
import { NoteKeys } from './note-keys.ts';
import { NotePaste } from './paste.ts';
import { type PointLinkHandlers, PointLinkMarks } from './point-links.ts';
import styles from './prose.module.css';
import { type SharedText, sharedTextExtensions } from './shared-text.ts';

/** What a note's editor tells the page. */
export interface NoteHandlers extends PointLinkHandlers {
  makePoint(): void;
  /** The caret came into the note, or left it. */
  onFocus(isInside: boolean): void;
}

const placeholder = 'Write what the table says. Type / for headings, lists and more.';

/**
 * The editor of a note, not yet on the page.
 * @param label what a screen reader calls it
 */
export function createNoteEditor(
  text: SharedText,
  controls: NoteControls,
  handlers: NoteHandlers,
  label: string,
): Editor {
  let editsTables = false;
  return new Editor({
    element: null,
    injectCSS: false,
    extensions: [
      ...noteExtensions(),
      ...sharedTextExtensions(text, {
        label,
        placeholder,
        isEmpty: ({ doc }) => doc.childCount === 1 && doc.firstChild?.content.size === 0,
        isMultiline: true,
        className: `${styles['prose']} ${styles['note']}`,
      }),
      LinkTyping,
      NotePaste.configure({ images: controls.images }),
      controls.images.extension,
      DropLine,
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
    // Each time it is put on the page it begins without what was registered before.
    onCreate: () => {
      editsTables = false;
    },
    onFocus: ({ editor }) => {
      handlers.onFocus(true);
      if (editsTables) return;
      editsTables = true;
      void fetchTableEditing(editor, controls);
    },
    onBlur: () => handlers.onFocus(false),
  });
}

/** Editing tables is not needed for showing a note, so it comes with the first caret in it. */
async function fetchTableEditing(editor: Editor, controls: NoteControls): Promise<void> {
  const editing = await fetched(import('./table-editing.ts'));
  if (editing === null) return;
  if (editor.isInitialized && !editor.isDestroyed) editing.editTables(editor);
  controls.tableTools.set(editing.tableTools);
}
