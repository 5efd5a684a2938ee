import type { ImageShelf } from '@reportback/client';
import { Settable } from '@reportback/client/readable';
import { type ImagePlace, parseImageId } from '@reportback/domain';
import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { freshId } from '../app/new-ids.ts';
import { fetched } from './fetched.ts';
import { ImageView } from './image-view.ts';
import { insertImages, type NoteImage } from './insert-images.ts';
import type { PageUndo } from './page-undo.ts';

/** Whose images they are, and where they are kept. */
export interface ImagesHere {
  readonly shelf: ImageShelf;
  readonly place: ImagePlace;
  /** The name of the note's document. */
  readonly document: string;
}

/** What there is to say about adding images; a screen reader hears it. */
export type ImageNews =
  | { readonly is: 'preparing'; readonly count: number }
  | { readonly is: 'problem'; readonly sentences: readonly string[] };

/** So many at once: more are no notes. */
const mostAtOnce = 20;

const notFetched =
  'Adding images needs a part of the app that is not on this device yet. Try again with a network.';

/** The images of one note: adding them by choice, paste or drop, and showing them. */
export class NoteImages {
  readonly news = new Settable<ImageNews | null>(null);
  readonly here: ImagesHere;
  private readonly undo: PageUndo;
  private chooser: HTMLInputElement | null = null;

  readonly extension = Extension.create({
    name: 'noteImages',
    addProseMirrorPlugins: () => [this.plugin()],
  });

  constructor(here: ImagesHere, undo: PageUndo) {
    this.here = here;
    this.undo = undo;
  }

  /** Lets the person choose files, or take a photo; called while they press something. */
  choose(editor: Editor, from: 'files' | 'camera'): void {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = 'image/jpeg,image/png,image/webp';
    if (from === 'camera') chooser.setAttribute('capture', 'environment');
    else chooser.multiple = true;
    chooser.addEventListener('change', () => void this.add(editor, [...(chooser.files ?? [])]));
    // Some browsers forget one that nothing holds.
    this.chooser = chooser;
    chooser.click();
  }

  /**
   * Adds files to the note, each kept on this device before it shows.
   * @param at where they were dropped, or null for the caret
   */
  async add(editor: Editor, files: readonly File[], at: number | null = null): Promise<void> {
    const images = await this.keep(files.map((file) => ({ file, name: file.name, alt: '' })));
    if (images.length === 0 || editor.isDestroyed || !editor.isEditable) return;
    this.undo.stopCapturing();
    insertImages(editor, images, at);
    this.undo.stopCapturing();
    if (this.chooser !== null) editor.commands.focus(undefined, { scrollIntoView: false });
    this.chooser = null;
  }

  /** Makes pictures that stand within pasted HTML, as bytes, images of this note. */
  async takeIn(body: HTMLElement): Promise<void> {
    const found = [...body.querySelectorAll<HTMLImageElement>('img[src^="data:image/" i]')];
    for (const element of found) {
      const file = fileOf(element.getAttribute('src') ?? '');
      const alt = element.getAttribute('alt') ?? '';
      const [image] = file === null ? [] : await this.keep([{ file, name: alt, alt }]);
      if (image === undefined) {
        element.replaceWith(alt);
        continue;
      }
      element.removeAttribute('src');
      element.setAttribute('data-image', image.image);
      element.setAttribute('width', String(image.width));
      element.setAttribute('height', String(image.height));
    }
  }

  private async keep(
    files: readonly { readonly file: Blob; readonly name: string; readonly alt: string }[],
  ): Promise<readonly NoteImage[]> {
    if (files.length === 0) return [];
    this.news.set({ is: 'preparing', count: files.length });
    const preparing = await fetched(import('./prepare-image.ts'));
    const problems: string[] = [];
    const images: NoteImage[] = [];
    if (preparing === null) problems.push(notFetched);
    else {
      if (files.length > mostAtOnce)
        problems.push(`${mostAtOnce} images at once are taken; the others were left out.`);
      for (const { file, name, alt } of files.slice(0, mostAtOnce))
        try {
          const { bytes, mediaType, width, height } = await preparing.prepareImage(file, name);
          const id = parseImageId(freshId());
          const { shelf, place, document } = this.here;
          await shelf.add({ id, place, document, mediaType, at: Date.now() }, bytes);
          images.push({ image: id, alt, width, height });
        } catch (error) {
          if (!(error instanceof preparing.UnusableImage)) throw error;
          problems.push(error.message);
        }
    }
    this.news.set(problems.length === 0 ? null : { is: 'problem', sentences: problems });
    return images;
  }

  private plugin(): Plugin {
    return new Plugin({
      props: {
        nodeViews: {
          image: (node, view, getPos) => new ImageView(node, view, { getPos, here: this.here }),
        },
        handleKeyDown: (view, event) => {
          const { selection } = view.state;
          if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
          if (selection.node.type.name !== 'image') return false;
          const dom = view.nodeDOM(selection.from);
          const words = dom instanceof HTMLElement ? dom.querySelector('input') : null;
          words?.focus();
          return words !== null;
        },
      },
    });
  }
}

/** The bytes of a `data:` address, or null for one that holds none. */
function fileOf(address: string): Blob | null {
  const match = /^data:(image\/[\w.+-]+);base64,([\w+/=\s]+)$/i.exec(address);
  if (match === null) return null;
  const [, type = '', data = ''] = match;
  try {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type });
  } catch {
    // Not base 64 after all.
    return null;
  }
}
