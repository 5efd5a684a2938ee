import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fetched } from './fetched.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';

/** Pasting into a note: other programs' HTML without their rubbish, and Markdown as what it means. */
export const NotePaste = Extension.create({
  name: 'notePaste',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Before the editor parses it: what is to be cleaned must not be looked at as it is.
            paste: (view, event) => {
              const { clipboardData: data } = event;
              const isCode = view.state.selection.$from.parent.type.spec.code === true;
              if (data === null || isCode || !view.editable) return false;
              const html = data.getData('text/html');
              const text = data.getData('text/plain');
              // Code editors put coloured HTML beside the text; the text is what was meant.
              const isText = html === '' || data.types.includes('vscode-editor-data');
              if (isText && !looksLikeMarkdown(text)) return false;
              event.preventDefault();
              void (isText ? insertMarkdown(editor, text) : pasteClean(view, text, event));
              return true;
            },
          },
        },
      }),
    ];
  },
});

async function pasteClean(view: EditorView, text: string, event: ClipboardEvent): Promise<void> {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const cleaning = await fetched(import('./clean-pasted-html.ts'));
  if (view.isDestroyed) return;
  if (cleaning === null) view.pasteText(text, event);
  else view.pasteHTML(cleaning.cleanPastedHtml(html), event);
}

async function insertMarkdown(editor: Editor, text: string): Promise<void> {
  const reading = await fetched(import('@reportback/document/markdown'));
  if (editor.isDestroyed) return;
  if (reading === null) editor.view.pasteText(text);
  else editor.commands.insertContent(reading.markdownToNote(text).content ?? []);
}

/** Pasting into a text of the card: one line of words, whatever it was. */
export const LinePaste = Extension.create({
  name: 'linePaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste: (view, event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text === '') return false;
          view.dispatch(
            view.state.tr.insertText(text.trim().replace(/\s+/g, ' ')).scrollIntoView(),
          );
          return true;
        },
      },
    }),
  ],
});
