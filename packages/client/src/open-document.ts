import type { DocumentAccess, TicketView } from '@reportback/domain';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ConnectionStatus } from './connection-status.ts';
import { DocumentConnection } from './document-connection.ts';
import { DocumentImages } from './document-images.ts';
import type { Host, TicketOutcome } from './host.ts';
import type { ImageShelf } from './image-shelf.ts';
import { type LocalStore, noLocalStore, openLocalStore } from './local-store.ts';
import { type Person, peopleHere } from './presence.ts';
import { type Readable, Settable } from './readable.ts';
import {
  afterEvent,
  type Keeping,
  leftUnsaved,
  nothingUnsaved,
  overdueAfter,
  type SaveEvent,
  type SaveLedger,
  type SaveStatus,
  saveStatus,
  unsavedOf,
  withImages,
  withStorage,
} from './save-status.ts';
import { touchedLines } from './touched-lines.ts';

/** Which document to open, and how to get leave for it. */
export interface DocumentAddress {
  /** The document's name, incarnation included. */
  readonly name: string;
  /** A ticket that is already at hand; null to ask when it is needed, as a page does that opens offline. */
  readonly ticket: TicketView | null;
  readonly askForTicket: () => Promise<TicketOutcome>;
}

/** An open document, as pages use it. */
export interface OpenDocument {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly people: Readable<readonly Person[]>;
  /** Where its text and its images are. */
  readonly save: Readable<SaveStatus>;
  /** How many of its images are on this device and not on the server. */
  readonly imagesHere: Readable<number>;
  readonly connection: Readable<ConnectionStatus>;
  /** What the newest ticket allows; null while there was none yet. */
  readonly access: Readable<DocumentAccess | null>;
  /** Whether content is here, from this device or from the server; before that nothing may be written. */
  readonly isLoaded: Readable<boolean>;
  /** Whether the text is also kept on this device, so that closing the page loses nothing. */
  readonly keeping: Readable<Keeping>;
  /** Whether the server holds something else than this page shows, and the page could not mend it. */
  readonly differs: Readable<boolean>;
  /** Tries to connect at once. */
  tryNow(): void;
  /** Connects anew with a fresh ticket, because what this person may do has changed. */
  renew(): void;
  /**
   * Gives up what the server did not accept: forgets the document on this device and ends this copy of it.
   * Who opens it again afterwards gets what the server has.
   */
  setAside(): Promise<void>;
}

/** How long the browser's storage may take before the page goes on without it, in milliseconds. */
const storageAnswersWithin = 4_000;

/** How long a note of unsaved text may lag behind, in milliseconds; the first one never does. */
const noteLags = 1_000;

/** How long after a change a connection that refused an earlier one is asked to sync anew, in milliseconds. */
const asksAgainAfter = 2_000;

/** One document with its parts; {@link OpenDocuments} counts who uses it. */
export class LiveDocument implements OpenDocument {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly people: Readable<readonly Person[]>;
  readonly save = new Settable<SaveStatus>({ is: 'saved' }, isSameStatus);
  readonly connection = new Settable<ConnectionStatus>({ is: 'connecting', since: 0 });
  readonly access: Settable<DocumentAccess | null>;
  readonly isLoaded = new Settable(false);
  readonly keeping = new Settable<Keeping>('not-kept');
  readonly differs = new Settable(false);
  readonly imagesHere = new Settable(0);
  private readonly whenSetAside: () => void;
  private readonly address: DocumentAddress;
  private readonly host: Host;
  private readonly images: DocumentImages;
  private readonly shelf: ImageShelf | null;
  private ledger: SaveLedger = nothingUnsaved;
  private store: LocalStore = noLocalStore;
  private link: DocumentConnection | null = null;
  private impatience: { cancel(): void } | null = null;
  private overdue: { cancel(): void } | null = null;
  private nextRequest: { cancel(): void } | null = null;
  private isNoted = false;
  private nextNote: { cancel(): void } | null = null;
  private isReading = true;
  private isClosed = false;

  /** @param whenSetAside lets go of this copy */
  constructor(
    address: DocumentAddress,
    {
      host,
      visit,
      shelf,
    }: { readonly host: Host; readonly visit: string; readonly shelf: ImageShelf | null },
    whenSetAside: () => void,
  ) {
    this.whenSetAside = whenSetAside;
    this.shelf = shelf;
    this.name = address.name;
    this.address = address;
    this.host = host;
    this.people = peopleHere(this.awareness);
    this.access = new Settable(address.ticket?.access ?? null);
    // Nobody is at this page until it says who.
    this.awareness.setLocalState(null);
    // Before the local store adds its own listener: what is unsaved is noted before it is stored.
    this.doc.on('update', (_update, origin, _doc, transaction) => {
      if (this.isReading || this.link?.isOrigin(origin)) return;
      const at = host.clock.wallTime();
      this.record({ is: 'changed', at, lines: touchedLines(transaction) });
    });
    this.images = new DocumentImages(this.name, this.doc, shelf, host.clock, () => this.show());
    this.show();
    void this.open(visit);
  }

  /** Whether the server has all text: then nothing is lost by closing the document. */
  get isTextSaved(): boolean {
    return saveStatus(this.ledger).is === 'saved';
  }

  tryNow(): void {
    this.link?.tryNow();
  }

  renew(): void {
    this.link?.renew();
  }

  async setAside(): Promise<void> {
    this.isNoted = false;
    this.ledger = nothingUnsaved;
    await this.store.clear();
    await this.shelf?.forget(this.name);
    this.whenSetAside();
  }

  close(): void {
    this.isClosed = true;
    this.overdue?.cancel();
    this.nextRequest?.cancel();
    this.images.close();
    this.link?.close();
    this.writeNote();
    void this.store.close();
    this.awareness.destroy();
    this.doc.destroy();
  }

  private async open(visit: string): Promise<void> {
    await this.readStore(visit);
    this.isReading = false;
    if (this.isClosed) {
      void this.store.close();
      return;
    }
    if (this.doc.store.clients.size > 0) this.isLoaded.set(true);
    const link = new DocumentConnection({
      ...this.address,
      doc: this.doc,
      awareness: this.awareness,
      host: this.host,
      isSaved: () => this.isTextSaved,
      onSave: (event) => this.record(event),
    });
    this.link = link;
    const follow = () => {
      this.connection.set(link.status.get());
      if (link.status.get().is === 'live') this.isLoaded.set(true);
    };
    follow();
    link.status.subscribe(follow);
    link.differs.subscribe(() => this.differs.set(link.differs.get()));
    link.access.subscribe(() => {
      this.access.set(link.access.get());
      // What was refused while the table was closed may come in now.
      if (link.access.get()?.is === 'write') this.shelf?.retryAll(this.name);
    });
  }

  /** Waits for what this device holds, though not for ever: some browsers never answer. */
  private async readStore(visit: string): Promise<void> {
    await Promise.race([
      this.takeStore(visit),
      new Promise<void>((done) => {
        this.impatience = this.host.clock.after(storageAnswersWithin, done);
      }),
    ]);
    this.impatience?.cancel();
  }

  private async takeStore(visit: string): Promise<void> {
    this.store = await openLocalStore(this.name, this.doc, visit);
    const { keeping } = this.store;
    const follow = () => {
      this.keeping.set(keeping.get());
      this.show();
    };
    follow();
    keeping.subscribe(follow);
    if (!this.isReading) this.noteUnsaved();
    else if (this.store.left !== null) {
      this.isNoted = true;
      this.ledger = leftUnsaved(this.store.left);
      this.show();
    }
  }

  private record(event: SaveEvent): void {
    const before = this.ledger;
    this.ledger = afterEvent(before, event);
    this.noteUnsaved();
    this.watchOverdue(before);
    if (event.is === 'changed' && this.ledger.link === 'barred') this.askToSync();
    this.show();
  }

  private show(): void {
    const images = this.images.status();
    this.imagesHere.set(images.count);
    const text = saveStatus(this.ledger);
    const all = withImages(text, images);
    // Images have a storage of their own.
    this.save.set(text.is === 'saved' ? all : withStorage(all, this.keeping.get()));
  }

  /**
   * Keeps the note beside the stored text true enough: it is there before the first change that is not
   * saved, and goes only after all are. In between it may lag, because it is written per keystroke otherwise.
   */
  private noteUnsaved(): void {
    const isUnsaved = this.ledger.safe < this.ledger.made;
    if (isUnsaved && !this.isNoted) this.writeNote();
    else if (isUnsaved || this.isNoted)
      this.nextNote ??= this.host.clock.after(noteLags, () => this.writeNote());
  }

  private writeNote(): void {
    this.nextNote?.cancel();
    this.nextNote = null;
    const unsaved = unsavedOf(this.ledger);
    this.isNoted = unsaved !== null;
    this.store.note(unsaved);
  }

  /** What was refused may be acceptable now: a paste that was too large is small once it is undone. */
  private askToSync(): void {
    this.nextRequest ??= this.host.clock.after(asksAgainAfter, () => {
      this.nextRequest = null;
      this.link?.probe();
    });
  }

  /** Text that stays unacknowledged on a connection that seems to live: say so, and ask the server. */
  private watchOverdue(before: SaveLedger): void {
    const { safe, made, overdue, link } = this.ledger;
    const isWaiting = safe < made && !overdue && link !== 'down';
    if (!isWaiting || safe > before.safe) {
      this.overdue?.cancel();
      this.overdue = null;
    }
    if (!isWaiting || this.overdue !== null) return;
    this.overdue = this.host.clock.after(overdueAfter, () => {
      this.overdue = null;
      this.record({ is: 'overdue' });
      this.link?.probe();
    });
  }
}

function isSameStatus(a: SaveStatus, b: SaveStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
