import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { fetched } from './fetched.ts';
import type { ImageView } from './image-view.ts';
import type { ImagesHere } from './note-images.ts';

/**
 * Where an image stands in the note, as large as it will be, so that the text keeps its place. What shows it is
 * fetched with the first one.
 */
export class ImageFrame implements NodeView {
  readonly dom = document.createElement('figure');
  readonly picture = new Image();
  private node: Node;
  private content: ImageView | null = null;
  private isGone = false;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, here: ImagesHere) {
    this.node = node;
    this.dom.contentEditable = 'false';
    this.dom.append(this.picture);
    this.picture.draggable = false;
    this.measure();
    void this.fill(view, getPos, here);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs['image'] !== this.node.attrs['image'])
      return false;
    this.node = node;
    this.measure();
    this.content?.update(node);
    return true;
  }

  /** What happens in its field and on its buttons is its own. */
  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.isGone = true;
    this.content?.destroy();
  }

  private measure(): void {
    const { alt, width, height } = this.node.attrs;
    this.picture.alt = alt === '' ? 'Image without a description' : String(alt);
    if (width === null || height === null) return;
    this.picture.style.setProperty('--width', String(width));
    this.picture.style.setProperty('--height', String(height));
  }

  private async fill(
    view: EditorView,
    getPos: () => number | undefined,
    here: ImagesHere,
  ): Promise<void> {
    const part = await fetched(import('./image-view.ts'));
    if (this.isGone) return;
    if (part === null) this.dom.append('This image shows once there is a network.');
    else this.content = new part.ImageView(this, this.node, { view, getPos, here });
  }
}
