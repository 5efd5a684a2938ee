import { type Editor, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fetched } from './fetched.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import type { NoteImages } from './note-images.ts';

/**
 * Pasting into a note and dropping onto it: other programs' HTML without their rubbish, Markdown as what it
 * means, and image files as images of the note. Nothing is fetched from where HTML says that an image is.
 */
export const NotePaste = Extension.create<{ images: NoteImages | null }>({
  name: 'notePaste',
  addOptions: () => ({ images: null }),
  addProseMirrorPlugins() {
    const { editor } = this;
    const { images } = this.options;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Before the editor parses it: what is to be cleaned must not be looked at as it is.
            paste: (view, event) => {
              const { clipboardData: data } = event;
              if (event.target instanceof HTMLInputElement) return false;
              const isCode = view.state.selection.$from.parent.type.spec.code === true;
              if (data === null || isCode || !view.editable) return false;
              const html = data.getData('text/html');
              const text = data.getData('text/plain');
              if (data.files.length > 0 && !hasWords(html)) {
                event.preventDefault();
                void images?.add(editor, [...data.files]);
                return true;
              }
              // Code editors put coloured HTML beside the text; the text is what was meant.
              const isText = html === '' || data.types.includes('vscode-editor-data');
              if (isText && !looksLikeMarkdown(text)) return false;
              event.preventDefault();
              void (isText ? insertMarkdown(editor, text) : pasteClean(view, event, images));
              return true;
            },
            drop: (view, event) => {
              const files = [...(event.dataTransfer?.files ?? [])];
              // An image of the note itself that is dragged elsewhere in it brings files along as well.
              if (files.length === 0 || view.dragging !== null) return false;
              event.preventDefault();
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (view.editable) void images?.add(editor, files, at?.pos ?? null);
              return true;
            },
          },
        },
      }),
    ];
  },
});

/** Whether pasted HTML says something beside the images that it shows: Word and Excel put a picture of it beside. */
function hasWords(html: string): boolean {
  if (html === '') return false;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.textContent.trim() !== '' || body.querySelector('table, [data-image]') !== null;
}

async function pasteClean(
  view: EditorView,
  event: ClipboardEvent,
  images: NoteImages | null,
): Promise<void> {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const cleaning = await fetched(import('./clean-pasted-html.ts'));
  if (cleaning === null) {
    if (!view.isDestroyed) view.pasteText(text, event);
    return;
  }
  const clean = await cleaning.cleanPastedHtml(html, async (body) => images?.takeIn(body));
  if (!view.isDestroyed) view.pasteHTML(clean, event);
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
