import type { ImageId } from '@reportback/domain';
import type { Clock } from './clock.ts';
import { type ImageKeep, openImageKeep, type ShelvedImage } from './image-keep.ts';
import { type Readable, Settable } from './readable.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { WakeSignals } from './wake-signals.ts';

/** How far an image of this device has come. `stored` is never said early: the server has it on its disk. */
export type ImageState =
  /** Only on this device; it goes up by itself. */
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly since: number }
  /** The server said no; `problem` is a sentence that can be shown. */
  | { readonly is: 'refused'; readonly problem: string }
  | { readonly is: 'stored' };

/** What sending an image led to. */
export type SentImage =
  | { readonly is: 'stored' }
  | { readonly is: 'unreachable' }
  | { readonly is: 'refused'; readonly problem: string };

export interface ShelfSurroundings {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly signals: WakeSignals;
  readonly send: (image: ShelvedImage, bytes: Blob) => Promise<SentImage>;
}

interface Entry {
  readonly image: ShelvedImage;
  readonly state: Settable<ImageState>;
}

/**
 * The images that were added on this device: kept on it, shown from it, and sent to the server one after the
 * other, now or when there is a network, also those that an earlier visit left. It does not need their document.
 */
export class ImageShelf {
  /** Counts changes of anything here. */
  readonly changes = new Settable(0);
  private readonly around: ShelfSurroundings;
  private readonly entries = new Map<ImageId, Entry>();
  private readonly bytes = new Map<ImageId, Blob>();
  private readonly keep: Promise<ImageKeep>;
  /** Resolves once what earlier visits left is known. */
  readonly isRead: Promise<void>;
  private isSending = false;
  private failures = 0;
  private nextTry: { cancel(): void } | null = null;

  constructor(around: ShelfSurroundings) {
    this.around = around;
    this.keep = openImageKeep();
    this.isRead = this.readKeep();
    around.signals((signal) => {
      if (signal !== 'offline') this.tryNow();
    });
  }

  /**
   * Keeps an image on this device, and sends it.
   * @returns whether it is kept; in a browser that gives no storage it is there until the page closes
   */
  async add(image: ShelvedImage, bytes: Blob): Promise<boolean> {
    this.bytes.set(image.id, bytes);
    this.put(image, { is: 'waiting' });
    const isKept = await (await this.keep).add(image, bytes);
    void this.sendNext();
    return isKept;
  }

  /** How far an image has come, or null for one that was not added here. */
  state(id: ImageId): Readable<ImageState> | null {
    return this.entries.get(id)?.state ?? null;
  }

  /** An image that this device has, or null. */
  async find(id: ImageId): Promise<Blob | null> {
    const here = this.bytes.get(id);
    if (here !== undefined) return here;
    await this.isRead;
    const image = this.entries.get(id)?.image;
    const kept = image === undefined ? null : await (await this.keep).read(image);
    if (kept !== null) this.bytes.set(id, kept);
    return kept;
  }

  /** Images that the server does not have: of one document, or of all. */
  unsettled(document?: string): readonly ShelvedImage[] {
    return [...this.entries.values()]
      .filter(({ state }) => state.get().is !== 'stored')
      .map(({ image }) => image)
      .filter((image) => document === undefined || image.document === document);
  }

  /** Whether any image, of whatever document, is still to go up by itself. */
  isAnyOnItsWay(): boolean {
    return [...this.entries.values()].some(({ state }) =>
      ['waiting', 'sending'].includes(state.get().is),
    );
  }

  /** Sends an image again that was refused: something may have changed. */
  retry(id: ImageId): void {
    const entry = this.entries.get(id);
    if (entry?.state.get().is !== 'refused') return;
    this.tell(entry, { is: 'waiting' });
    this.tryNow();
  }

  /** Sends again what was refused for a document: its table was reopened, or its people changed. */
  retryAll(document: string): void {
    for (const { id } of this.unsettled(document)) this.retry(id);
  }

  /** Forgets the images of a document on this device that the server does not have. */
  async forget(document: string): Promise<void> {
    const gone = this.unsettled(document);
    for (const { id } of gone) {
      this.entries.delete(id);
      this.bytes.delete(id);
    }
    this.changed();
    await (await this.keep).remove(gone.map(({ id }) => id));
  }

  /** Tries at once instead of waiting. */
  tryNow(): void {
    this.nextTry?.cancel();
    this.nextTry = null;
    void this.sendNext();
  }

  private async readKeep(): Promise<void> {
    const keep = await this.keep;
    for (const { image, isStored } of keep.left)
      if (!this.entries.has(image.id)) this.put(image, { is: isStored ? 'stored' : 'waiting' });
    void this.sendNext();
  }

  private async sendNext(): Promise<void> {
    if (this.isSending || this.nextTry !== null) return;
    const entry = [...this.entries.values()].find(({ state }) => state.get().is === 'waiting');
    if (entry === undefined) return;
    this.isSending = true;
    // What breaks on the way, such as storage that the browser takes away, is tried again like a lost network.
    const sent = await this.send(entry).catch((): SentImage => ({ is: 'unreachable' }));
    this.isSending = false;
    if (sent.is === 'unreachable') {
      this.tell(entry, { is: 'waiting' });
      this.nextTry ??= this.around.clock.after(
        reconnectDelay(this.failures++, this.around.chance()),
        () => this.tryNow(),
      );
      return;
    }
    this.failures = 0;
    this.tell(entry, sent);
    void this.sendNext();
  }

  private async send(entry: Entry): Promise<SentImage> {
    const { image } = entry;
    const bytes = await this.find(image.id);
    if (bytes === null)
      return { is: 'refused', problem: 'This browser has thrown the image away. Add it again.' };
    this.tell(entry, { is: 'sending', since: this.around.clock.wallTime() });
    const sent = await this.around.send(image, bytes);
    if (sent.is === 'stored') await (await this.keep).markStored(image);
    return sent;
  }

  private put(image: ShelvedImage, state: ImageState): void {
    this.entries.set(image.id, { image, state: new Settable(state) });
    this.changed();
  }

  private tell({ state }: Entry, now: ImageState): void {
    state.set(now);
    this.changed();
  }

  private changed(): void {
    this.changes.set(this.changes.get() + 1);
  }
}
