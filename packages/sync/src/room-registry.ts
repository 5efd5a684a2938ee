import type * as Y from 'yjs';
import type { CloseReasonName } from './close-reason.ts';
import { Connection, type ConnectionHost, type ConnectOptions } from './connection.ts';
import { Durability } from './durability.ts';
import { endInSteps } from './end-in-steps.ts';
import { type HashState, hashState } from './hash-state.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type {
  DocumentFacts,
  EditOutcome,
  KeepOutcome,
  ReadOutcome,
  RestoreOutcome,
  Statistics,
} from './outcomes.ts';
import type { Timer } from './ports/clock.ts';
import { type Observer, silentObserver } from './ports/observer.ts';
import type { Author, DocumentName } from './ports/update-log.ts';
import { buildDoc } from './quiet-doc.ts';
import type { Replica } from './replica.ts';
import { Room, type RoomContext } from './room.ts';
import { RoomKeeper } from './room-keeper.ts';
import { Seats } from './seats.ts';
import {
  type CompactionRule,
  defaultCompaction,
  defaultHistory,
  defaultTimes,
  type HistoryRule,
  type SyncOptions,
  type Times,
} from './sync-options.ts';
import type { ServerEdit } from './turn.ts';
import { TurnLoop } from './turn-loop.ts';
import { keepUp } from './upkeep.ts';

export interface RegistryOptions extends Pick<SyncOptions, 'log' | 'clock' | 'roots' | 'fatal'> {
  readonly observer?: Observer;
  readonly limits?: Partial<Limits>;
  readonly times?: Partial<Times>;
  readonly compaction?: Partial<CompactionRule>;
  readonly history?: Partial<HistoryRule>;
  /** Left out, states are verified on the event loop. */
  readonly hashState?: HashState;
  readonly changed?: SyncOptions['changed'];
  readonly mayGrow?: NonNullable<SyncOptions['mayGrow']>;
}

interface Slot {
  readonly room: Room;
  readonly keeper: RoomKeeper;
  idling: Timer | undefined;
}

/** Where a connection is that was turned away. */
const nowhere: ConnectionHost = { take: () => {}, outgoing: () => {}, left: () => {} };

/**
 * All documents that are in memory. A document is absent, loading, live, idle (nobody is there), then
 * absent again; leaving saves nothing, because everything already is.
 */
export class RoomRegistry {
  readonly #options: SyncOptions;
  readonly #slots = new Map<DocumentName, Slot>();
  readonly #turns: TurnLoop;
  readonly #durability: Durability;
  readonly #seats: Seats;
  readonly #context: RoomContext;
  #tick: Timer | undefined;
  #storageFullUntil = -Infinity;
  #isDraining = false;

  constructor({ observer = silentObserver, changed = () => {}, ...options }: RegistryOptions) {
    this.#options = {
      ...options,
      observer,
      changed,
      mayGrow: options.mayGrow,
      hashState: options.hashState ?? hashState,
      limits: { ...defaultLimits, ...options.limits },
      times: { ...defaultTimes, ...options.times },
      compaction: { ...defaultCompaction, ...options.compaction },
      history: { ...defaultHistory, ...options.history },
    };
    this.#turns = new TurnLoop(this.#options);
    this.#durability = new Durability(this.#options);
    this.#seats = new Seats(this.#options.limits, this.#options.clock);
    this.#context = this.#makeContext();
    this.#scheduleTick();
  }

  /**
   * Connects a client's socket to a document. Give each of its binary messages to `receive`, and its
   * end to `closed`. A connection that may not be is closed at once, for a reason from the table.
   */
  connect(options: ConnectOptions): Connection {
    const objection = this.#objection(options);
    if (objection) {
      const refused = new Connection(options, nowhere, this.#options, []);
      refused.end(objection);
      return refused;
    }
    const { room } = this.#open(options.document);
    const paces = this.#seats.enter(options.author);
    const connection = new Connection(options, room, this.#options, paces);
    room.join(connection);
    return connection;
  }

  /** Gives `read` the document when all of its content is logged. Nothing in it may be changed. */
  read<T>(
    document: DocumentName,
    read: (doc: Y.Doc, facts: DocumentFacts) => T,
  ): Promise<ReadOutcome<T>> {
    return this.#look(document, (replica, { room }) => {
      const { incarnation, schemaVersion, owners } = replica;
      const facts = { incarnation, schemaVersion, owners, isLocked: room.isLocked };
      return read(replica.doc, facts);
    });
  }

  /**
   * Changes a document on the server's behalf: `change` gets a copy with a client id of its own, and
   * what it did becomes one update, logged in `author`'s name. Durable when it resolves.
   */
  edit(document: DocumentName, author: Author, change: (doc: Y.Doc) => void): Promise<EditOutcome> {
    return this.#edit(document, { author, change, replaces: false });
  }

  #edit(
    document: DocumentName,
    edit: Pick<ServerEdit, 'author' | 'change' | 'replaces'>,
  ): Promise<EditOutcome> {
    return new Promise((done) => this.#open(document).room.take({ ...edit, kind: 'edit', done }));
  }

  /** Locks or unlocks a document, in the log and for everybody connected. False when there is none. */
  async setLocked(document: DocumentName, locked: boolean): Promise<boolean> {
    const exists = await this.#options.log.setLocked(document, locked);
    const room = this.#slots.get(document)?.room;
    if (room && exists) {
      room.isLocked = locked;
      keepUp(room, this.#context);
    }
    return exists;
  }

  /** Deletes a document for good and sends everybody away. False when there is none. */
  async remove(document: DocumentName): Promise<boolean> {
    const existed = await this.#options.log.remove(document);
    this.#slots.get(document)?.room.end('deleted', 'absent');
    return existed;
  }

  /** Keeps the present content as a version; the newest is kept once if nothing changed since. */
  async keepVersion(document: DocumentName, cause: string): Promise<KeepOutcome> {
    const looked = await this.#look(document, (replica, { keeper }) => keeper.keep(replica, cause));
    if (looked.is === 'unavailable') return { is: 'refused', reason: looked.reason };
    const outcome = await looked.value;
    if (outcome.is === 'written') return { is: 'kept', version: outcome.id };
    const { reason } = outcome;
    if (reason === 'storage-full') return { is: 'refused', reason };
    return { is: 'refused', reason: reason === 'deleted' ? 'absent' : 'damaged' };
  }

  /**
   * Edits the document forward to the content of a version, keeping the present one as a version.
   * @param restore makes the first document say what the second one says, where they differ
   */
  async restoreVersion(
    document: DocumentName,
    id: number,
    author: Author,
    restore: (live: Y.Doc, older: Y.Doc) => void,
  ): Promise<RestoreOutcome> {
    const version = await this.#options.log.readVersion(document, id);
    if (!version) return { is: 'no-such-version' };
    const kept = await this.keepVersion(document, 'before-restore');
    if (kept.is === 'refused') return kept;
    const older = buildDoc([version.state]);
    // What comes between the two is kept as well: the edit knows best what it replaces.
    const change = (live: Y.Doc) => restore(live, older);
    return this.#edit(document, { author, change, replaces: true });
  }

  /** Ends the connections that `which` picks, e.g. those of a link that was withdrawn. */
  disconnect(which: (connection: Connection) => boolean, reason: CloseReasonName): void {
    for (const { room } of this.#slots.values()) {
      for (const connection of room.connections) if (which(connection)) connection.end(reason);
    }
  }

  /** Who is connected to a document: each connection's author and what it shows of itself. */
  connectedTo(document: DocumentName): readonly Pick<Connection, 'author' | 'user'>[] {
    return [...(this.#slots.get(document)?.room.connections ?? [])];
  }

  get statistics(): Statistics {
    let connections = 0;
    for (const { room } of this.#slots.values()) connections += room.connections.size;
    return {
      connections,
      documents: this.#slots.size,
      unsavedFor: this.#durability.waitingFor,
    };
  }

  /**
   * For a restart: takes no new connections and ends the present ones with `restart`, spread over
   * `duration` milliseconds so that they do not all come back at once; each after all it sent is
   * logged, durable and acknowledged. Resolves when everything is.
   */
  async drain(duration: number): Promise<void> {
    this.#isDraining = true;
    const connections = [...this.#slots.values()].flatMap(({ room }) => [...room.connections]);
    await endInSteps(connections, duration, this.#options.clock, () => this.#settle());
    await this.#settle();
    this.#tick?.cancel();
    for (const { idling } of this.#slots.values()) idling?.cancel();
  }

  #objection({ access, document, author }: ConnectOptions): CloseReasonName | undefined {
    const { limits } = this.#options;
    const present = this.#slots.get(document)?.room.connections.size ?? 0;
    if (this.#isDraining) return 'restart';
    if (!access().read) return 'no-access';
    const isCrowded =
      present >= limits.connectionsPerDocument ||
      this.#seats.connections(author) >= limits.connectionsPerSeat;
    return isCrowded ? 'too-many-connections' : undefined;
  }

  #open(document: DocumentName): Slot {
    const held = this.#slots.get(document);
    if (held) {
      held.idling?.cancel();
      held.idling = undefined;
      if (held.room.connections.size === 0) this.#idle(held);
      return held;
    }
    this.#options.observer.counted('rooms-opened', 1);
    const room = new Room(document, this.#context);
    const slot = { room, keeper: new RoomKeeper(room, this.#options), idling: undefined };
    this.#slots.set(document, slot);
    this.#idle(slot);
    return slot;
  }

  /** Forgets a document after a while, unless somebody comes. */
  #idle(slot: Slot): void {
    slot.idling?.cancel();
    // By then the log may be closed.
    if (this.#isDraining) return;
    slot.idling = this.#options.clock.after(this.#options.times.idle, () => {
      slot.idling = undefined;
      this.#close(slot).catch((error: unknown) => this.#options.fatal(error));
    });
  }

  async #close(slot: Slot): Promise<void> {
    const { room, keeper } = slot;
    if (room.connections.size > 0) return;
    if (room.isIdle && room.state.is === 'live') {
      await keeper.deserted(room.state.replica);
      if (room.isIdle) return room.end('restart', 'failed');
    }
    // Something is under way: a reading, an edit, or somebody who just came.
    if (this.#slots.get(room.document) === slot && !slot.idling) this.#idle(slot);
  }

  #look<T>(
    document: DocumentName,
    look: (replica: Replica, slot: Slot) => T,
  ): Promise<ReadOutcome<T>> {
    const slot = this.#open(document);
    return new Promise((resolve, reject) =>
      slot.room.take({
        kind: 'reading',
        read: (replica) => {
          try {
            resolve({ is: 'read', value: look(replica, slot) });
          } catch (error) {
            reject(error);
          }
        },
        failed: (reason) => resolve({ is: 'unavailable', reason }),
      }),
    );
  }

  #makeContext(): RoomContext {
    const { clock, observer, times } = this.#options;
    return {
      ...this.#options,
      rootNames: new Set(Object.keys(this.#options.roots)),
      isStorageFull: () => clock.monotonic() < this.#storageFullUntil,
      noteStorageFull: () => {
        this.#storageFullUntil = clock.monotonic() + times.storageRetry;
      },
      wake: (room) => this.#turns.wake(room),
      load: (room) => {
        void this.#load(room);
      },
      logged: (room) => this.#durability.cover(room),
      settled: (room, replica, turn) => {
        this.#slots.get(room.document)?.keeper.settled(replica, turn);
        if (turn.outbound.length > 0)
          this.#tellChanged(room.document, new Set(turn.rows.map(({ author }) => author)));
      },
      parted: (room, connection) => {
        this.#seats.leave(connection.author);
        const slot = this.#slots.get(room.document);
        if (slot?.room === room && room.connections.size === 0) this.#idle(slot);
      },
      ended: (room) => {
        const slot = this.#slots.get(room.document);
        if (slot?.room !== room) return;
        slot.idling?.cancel();
        this.#slots.delete(room.document);
        observer.counted('rooms-closed', 1);
      },
    };
  }

  async #load(room: Room): Promise<void> {
    const { clock, log, observer } = this.#options;
    const started = clock.monotonic();
    try {
      room.loaded(await log.load(room.document));
      observer.timed('load', clock.monotonic() - started);
    } catch (error) {
      room.fail(error);
    }
  }

  #tellChanged(document: DocumentName, authors: ReadonlySet<Author>): void {
    try {
      this.#options.changed(document, authors);
    } catch (error) {
      // Whoever listens is no part of the document, and must not take it down.
      this.#options.observer.failed(document, error);
    }
  }

  #scheduleTick(): void {
    this.#tick = this.#options.clock.after(this.#options.times.tick, () => {
      for (const { room } of this.#slots.values()) {
        try {
          keepUp(room, this.#context);
        } catch (error) {
          room.fail(error);
        }
      }
      this.#scheduleTick();
    });
  }

  async #settle(): Promise<void> {
    await this.#turns.idle();
    await this.#durability.settled();
  }
}
