import type { Host } from './host.ts';
import type { ImageShelf } from './image-shelf.ts';
import { type DocumentAddress, LiveDocument, type OpenDocument } from './open-document.ts';
import { type Readable, Settable } from './readable.ts';

/** A page's hold on an open document. */
export interface Hold {
  readonly document: OpenDocument;
  /** Lets go; the document closes when nobody holds it and all of it is saved. Once only. */
  release(): void;
}

interface Held {
  readonly document: LiveDocument;
  holders: number;
  closing: { cancel(): void } | null;
}

/** How long a document stays open after the last page let go: long enough to turn from page to page. */
const lingers = 2_000;

/**
 * The documents that are open in this tab, counted by reference: opening one twice shares it, and it
 * closes after the last release, though not while it holds text that the server does not have.
 */
export class OpenDocuments {
  private readonly host: Host;
  private readonly visit: string;
  private readonly shelf: ImageShelf | null;
  private readonly held = new Map<string, Held>();
  private readonly unsaved = new Settable(false);

  /**
   * @param visit unique among the tabs of this browser
   * @param shelf the images of this device; null where documents have none
   */
  constructor(host: Host, visit: string, shelf: ImageShelf | null = null) {
    this.host = host;
    this.visit = visit;
    this.shelf = shelf;
    shelf?.changes.subscribe(() => this.lookForUnsaved());
  }

  /** Whether this device holds text or images that the server does not have: leaving the page then warns. */
  get hasUnsaved(): Readable<boolean> {
    return this.unsaved;
  }

  open(address: DocumentAddress): Hold {
    const held = this.held.get(address.name) ?? this.add(address);
    held.holders++;
    held.closing?.cancel();
    held.closing = null;
    let isHeld = true;
    return {
      document: held.document,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        held.holders--;
        this.closeWhenIdle(held);
      },
    };
  }

  /** Closes everything, saved or not, as leaving the page does; what is unsaved stays on this device. */
  closeAll(): void {
    for (const { document, closing } of this.held.values()) {
      closing?.cancel();
      document.close();
    }
    this.held.clear();
  }

  private add(address: DocumentAddress): Held {
    const document = new LiveDocument(
      address,
      { host: this.host, visit: this.visit, shelf: this.shelf },
      () => this.drop(held),
    );
    const held: Held = { document, holders: 0, closing: null };
    this.held.set(address.name, held);
    document.save.subscribe(() => {
      this.lookForUnsaved();
      this.closeWhenIdle(held);
    });
    return held;
  }

  private closeWhenIdle(held: Held): void {
    if (held.holders > 0 || held.closing !== null || !held.document.isTextSaved) return;
    held.closing = this.host.clock.after(lingers, () => {
      held.closing = null;
      if (held.holders === 0 && held.document.isTextSaved) this.drop(held);
    });
  }

  private drop(held: Held): void {
    held.closing?.cancel();
    this.held.delete(held.document.name);
    held.document.close();
    this.lookForUnsaved();
  }

  private lookForUnsaved(): void {
    const isOnItsWay = this.shelf?.isAnyOnItsWay() ?? false;
    this.unsaved.set(
      isOnItsWay || [...this.held.values()].some(({ document }) => !isSaved(document)),
    );
  }
}

function isSaved(document: OpenDocument): boolean {
  return document.save.get().is === 'saved';
}
