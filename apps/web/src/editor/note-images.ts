import type { ImageShelf } from '@reportback/client';
import { Settable } from '@reportback/client/readable';
import type { ImagePlace } from '@reportback/domain';
import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { fetched } from './fetched.ts';
import { ImageFrame } from './image-frame.ts';
import type { PageUndo } from './page-undo.ts';
import { whenIdle } from './when-idle.ts';

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

const notFetched =
  'Adding images needs a part of the app that is not on this device yet. Try again with a network.';

/**
 * The images of one note: showing them, and adding them by choice, paste or drop. How they are added is fetched once
 * the page has time for it.
 */
export class NoteImages {
  readonly news = new Settable<ImageNews | null>(null);
  readonly here: ImagesHere;
  readonly undo: PageUndo;

  readonly extension = Extension.create({
    name: 'noteImages',
    addProseMirrorPlugins: () => [this.plugin()],
  });

  constructor(here: ImagesHere, undo: PageUndo) {
    this.here = here;
    this.undo = undo;
    // So that it is there when the network is not.
    whenIdle(
      () => void fetched(Promise.all([import('./add-images.ts'), import('./image-view.ts')])),
    );
  }

  /** Lets the person choose files, or take a photo; called while they press something. */
  async choose(editor: Editor, from: 'files' | 'camera'): Promise<void> {
    (await this.adding())?.chooseImages(this, editor, from);
  }

  /**
   * Adds files to the note, each kept on this device before it shows.
   * @param at where they were dropped, or null for the caret
   */
  async add(editor: Editor, files: readonly File[], at: number | null = null): Promise<void> {
    await (await this.adding())?.addImages(this, editor, files, at);
  }

  /** Makes pictures that stand within pasted HTML, as bytes, images of this note. */
  async takeIn(body: HTMLElement): Promise<void> {
    if (body.querySelector('img[src^="data:" i]') !== null)
      await (await this.adding())?.takeInImages(this, body);
  }

  private async adding() {
    const adding = await fetched(import('./add-images.ts'));
    if (adding === null) this.news.set({ is: 'problem', sentences: [notFetched] });
    return adding;
  }

  private plugin(): Plugin {
    return new Plugin({
      props: {
        nodeViews: {
          image: (node, view, getPos) => new ImageFrame(node, view, getPos, this.here),
        },
        handleKeyDown: (view, event) => {
          const { selection } = view.state;
          if (event.key !== 'Enter' || !(selection instanceof NodeSelection)) return false;
          const dom = view.nodeDOM(selection.from);
          const words = dom instanceof HTMLElement ? dom.querySelector('input') : null;
          words?.focus();
          return words !== null;
        },
      },
    });
  }
}
