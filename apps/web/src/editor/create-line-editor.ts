import { cardTextExtensions } from '@reportback/document';
import { Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { LinkTyping } from './link-typing.ts';
import { LinePaste } from './paste.ts';
import styles from './prose.module.css';
import { type SharedText, sharedTextExtensions } from './shared-text.ts';

/** What the editor of a line tells the page. */
export interface LineHandlers {
  /** The caret came into the text, or left it. */
  onFocus(isInside: boolean): void;
  /** Enter: on to what comes next. */
  onEnter(): void;
  /** Backspace in an empty text. */
  onErase?(): void;
  /** Alt and an arrow: move what this is the text of. */
  onMove?(by: 1 | -1): void;
}

/**
 * The editor of one text of the report card: a line of words, however long. Not yet on the page.
 * @param label what a screen reader calls it
 * @param placeholder stands in it while it is empty: how to fill it
 */
export function createLineEditor(
  text: SharedText,
  handlers: LineHandlers,
  { label, placeholder }: { readonly label: string; readonly placeholder: string },
): Editor {
  return new Editor({
    element: null,
    injectCSS: false,
    extensions: [
      ...cardTextExtensions(),
      ...sharedTextExtensions(text, {
        label,
        placeholder,
        isEmpty: ({ doc }) => doc.textContent === '',
        isMultiline: false,
        className: `${styles['prose']} ${styles['line']}`,
      }),
      LinkTyping,
      LinePaste,
      lineKeys(handlers),
    ],
    onFocus: () => handlers.onFocus(true),
    onBlur: () => handlers.onFocus(false),
  });
}

function lineKeys({ onEnter, onErase, onMove }: LineHandlers): Extension {
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  return Extension.create({
    name: 'lineKeys',
    priority: 1_001,
    addKeyboardShortcuts() {
      return {
        Enter: run(onEnter),
        'Shift-Enter': run(onEnter),
        'Mod-Enter': run(onEnter),
        ...(onErase && { Backspace: () => this.editor.isEmpty && run(onErase)() }),
        ...(onMove && {
          'Alt-ArrowUp': run(() => onMove(-1)),
          'Alt-ArrowDown': run(() => onMove(1)),
        }),
      };
    },
    addProseMirrorPlugins() {
      // On-screen keyboards may send Enter as a key without a name, and say only here what they mean.
      const beforeinput = (_view: unknown, event: InputEvent) => {
        if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak')
          return false;
        event.preventDefault();
        onEnter();
        return true;
      };
      return [new Plugin({ props: { handleDOMEvents: { beforeinput } } })];
    },
  });
}
