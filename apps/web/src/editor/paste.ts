import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';

/** Pasting into a note: other programs' HTML without their rubbish, and Markdown as what it means. */
export const NotePaste = Extension.create({
  name: 'notePaste',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPastedHtml,
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            const isPlain = isPlainText(event.clipboardData);
            if (
              !isPlain ||
              !looksLikeMarkdown(text) ||
              view.state.selection.$from.parent.type.spec.code
            )
              return false;
            void insertMarkdown(editor, text);
            return true;
          },
        },
      }),
    ];
  },
});

/** Code editors put coloured HTML beside the text; the text is what was meant. */
function isPlainText(data: DataTransfer | null): boolean {
  return (
    data !== null &&
    (!data.types.includes('text/html') || data.types.includes('vscode-editor-data'))
  );
}

async function insertMarkdown(editor: Editor, text: string): Promise<void> {
  const { markdownToNote } = await import('@reportback/document/markdown');
  if (!editor.isDestroyed) editor.commands.insertContent(markdownToNote(text).content ?? []);
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
