import type { ImageState } from '@reportback/client';
import type { Readable } from '@reportback/client/readable';
import { type ImageId, idShape, parseImageId } from '@reportback/domain';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { classes } from '../design/classes.ts';
import styles from './image-view.module.css';
import type { ImagesHere } from './note-images.ts';
import { imageAddress } from './send-image.ts';

/** How long to wait before the server is asked again for an image that it does not have yet. Milliseconds. */
const asksAgain = [1_000, 2_000, 4_000, 8_000, 15_000];

const askForWords = 'What does it show? Say it in words.';

/** What an image's frame gives to fill. */
interface Frame {
  readonly dom: HTMLElement;
  readonly picture: HTMLImageElement;
}

/** Where the image stands. */
interface Standing {
  readonly view: EditorView;
  readonly getPos: () => number | undefined;
  readonly here: ImagesHere;
}

/**
 * An image in the note: from this device where it is, else from the server, as soon as that has it; with its
 * words below, and how far it has come.
 */
export class ImageView {
  private readonly dom: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly status = document.createElement('div');
  private readonly words = document.createElement('input');
  private readonly view: EditorView;
  private readonly getPos: () => number | undefined;
  private readonly here: ImagesHere;
  private readonly gone = new AbortController();
  private node: Node;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ dom, picture }: Frame, node: Node, { view, getPos, here }: Standing) {
    this.dom = dom;
    this.picture = picture;
    this.node = node;
    this.view = view;
    this.getPos = getPos;
    this.here = here;
    this.status.className = classes(styles.status);
    this.status.setAttribute('role', 'status');
    this.words.className = classes(styles.words);
    this.words.type = 'text';
    this.words.maxLength = 500;
    this.words.setAttribute('aria-label', 'Description of the image, for those who cannot see it');
    this.words.placeholder = askForWords;
    dom.append(this.status, this.words);
    this.listen();
    this.update(node);
    void this.show();
  }

  update(node: Node): void {
    this.node = node;
    if (this.words.value !== this.alt) this.words.value = this.alt;
  }

  destroy(): void {
    this.gone.abort();
    clearTimeout(this.timer);
    if (this.picture.src.startsWith('blob:')) URL.revokeObjectURL(this.picture.src);
  }

  /** Null where another program wrote something else; it is never taken for an address. */
  private get id(): ImageId | null {
    const id = String(this.node.attrs['image']);
    return idShape.test(id) ? parseImageId(id) : null;
  }

  private get alt(): string {
    return String(this.node.attrs['alt']);
  }

  private get state(): Readable<ImageState> | null {
    return this.id === null ? null : this.here.shelf.state(this.id);
  }

  private listen(): void {
    const { signal } = this.gone;
    this.words.addEventListener('input', () => this.describe(), { signal });
    this.words.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key === 'Escape') this.select();
        else if (pressed.key === 'Enter' && !pressed.isComposing) this.goOn();
        else return;
        pressed.preventDefault();
      },
      { signal },
    );
    this.picture.addEventListener('load', () => this.tell(), { signal });
    this.picture.addEventListener('error', () => void this.missing(), { signal });
    window.addEventListener('online', () => this.askAgain(), { signal });
  }

  private async show(): Promise<void> {
    const { id } = this;
    if (id === null) return this.say('This image cannot be shown.', 'wait');
    const blob = await this.here.shelf.find(id);
    if (this.gone.signal.aborted) return;
    this.picture.src = blob === null ? this.address(id) : URL.createObjectURL(blob);
    const stop = this.state?.subscribe(() => this.tell());
    if (stop) this.gone.signal.addEventListener('abort', stop);
    this.tell();
  }

  /** Says how far an image of this device has come; nothing once the server has it. */
  private tell(): void {
    const state = this.state?.get() ?? null;
    this.dom.classList.toggle(classes(styles.missing), !this.isShown);
    switch (state?.is) {
      case 'waiting':
        return this.say('Only on this device. It goes up by itself.', 'wait');
      case 'sending':
        return this.say('Going up…', 'wait');
      case 'refused':
        return this.say(state.problem, 'bad');
      case 'stored':
      case undefined:
        return this.say(this.isShown ? '' : 'Fetching the image…', 'wait');
    }
  }

  private get isShown(): boolean {
    return this.picture.complete && this.picture.naturalWidth > 0;
  }

  /** The server did not show it: says why, and asks again after a while. */
  private async missing(): Promise<void> {
    const status = await statusOf(this.picture.src);
    if (this.gone.signal.aborted) return;
    this.dom.classList.add(classes(styles.missing));
    this.say(
      status === 404
        ? 'This image is still on the device that added it. It appears here by itself.'
        : status === 403
          ? 'You may not see this image.'
          : 'This image is not on this device. It comes with the network.',
      'wait',
    );
    const wait = asksAgain[Math.min(this.attempts++, asksAgain.length - 1)];
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.askAgain(), wait);
  }

  private askAgain(): void {
    const { id } = this;
    if (id === null || this.isShown || this.picture.src.startsWith('blob:')) return;
    this.picture.src = this.address(id);
  }

  private address(id: ImageId): string {
    return imageAddress(this.here.place.workshop, id);
  }

  private say(words: string, tone: 'wait' | 'bad'): void {
    const parts: (HTMLElement | string)[] = [words];
    if (tone === 'bad' && this.view.editable)
      parts.push(
        this.button('Try again', () => {
          if (this.id !== null) this.here.shelf.retry(this.id);
        }),
        this.button('Remove', () => this.remove()),
      );
    this.status.dataset['tone'] = tone;
    this.status.replaceChildren(...(words === '' ? [] : parts));
  }

  private button(name: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', press);
    return button;
  }

  private describe(): void {
    const position = this.getPos();
    if (position === undefined) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, 'alt', this.words.value));
  }

  private select(): void {
    const position = this.getPos();
    if (position === undefined) return;
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
    this.view.focus();
  }

  /** The caret goes on behind the image. */
  private goOn(): void {
    const position = this.getPos();
    if (position === undefined) return;
    const { tr, schema, doc } = this.view.state;
    const end = position + this.node.nodeSize;
    if (doc.resolve(end).nodeAfter?.isTextblock !== true) {
      const line = schema.nodes['paragraph']?.create();
      if (line) tr.insert(end, line);
    }
    this.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))));
    this.view.focus();
  }

  private remove(): void {
    const position = this.getPos();
    if (position === undefined) return;
    this.view.dispatch(this.view.state.tr.delete(position, position + this.node.nodeSize));
    this.view.focus();
  }
}

/** What the server says about an address; null for no answer. */
async function statusOf(address: string): Promise<number | null> {
  try {
    return (await fetch(address, { method: 'HEAD', credentials: 'same-origin' })).status;
  } catch {
    return null;
  }
}
