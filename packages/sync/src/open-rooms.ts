import type { Connection } from './connection.ts';
import { Durability } from './durability.ts';
import type { ReadOutcome } from './outcomes.ts';
import type { Timer } from './ports/clock.ts';
import type { Author, DocumentName } from './ports/update-log.ts';
import type { Replica } from './replica.ts';
import { Room, type RoomContext } from './room.ts';
import { RoomKeeper } from './room-keeper.ts';
import type { SyncOptions } from './sync-options.ts';
import { TurnLoop } from './turn-loop.ts';
import { keepUp } from './upkeep.ts';

/** A document in memory, and what looks after it. */
export interface Slot {
  readonly room: Room;
  readonly keeper: RoomKeeper;
  idling: Timer | undefined;
}

/**
 * The rooms that are in memory: opens them, binds them to the log and to the turns that all of them share, and
 * forgets those in which nobody is any more.
 */
export class OpenRooms {
  readonly #options: SyncOptions;
  readonly #parted: (connection: Connection) => void;
  readonly #slots = new Map<DocumentName, Slot>();
  readonly #turns: TurnLoop;
  readonly #durability: Durability;
  readonly #context: RoomContext;
  #storageFullUntil = -Infinity;
  #keepsAll = false;

  /** @param parted is told of each connection that is gone */
  constructor(options: SyncOptions, parted: (connection: Connection) => void) {
    this.#options = options;
    this.#parted = parted;
    this.#turns = new TurnLoop(options);
    this.#durability = new Durability(options);
    this.#context = this.#makeContext();
  }

  /** Those that are in memory now. */
  all(): readonly Room[] {
    return [...this.#slots.values()].map(({ room }) => room);
  }

  /** The room of a document that is in memory. */
  find(document: DocumentName): Room | undefined {
    return this.#slots.get(document)?.room;
  }

  /** The room of a document, which is read from the log where nobody was there. */
  open(document: DocumentName): Slot {
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

  /** Gives `look` the document when all that came before is logged. */
  look<T>(
    document: DocumentName,
    look: (replica: Replica, slot: Slot) => T,
  ): Promise<ReadOutcome<T>> {
    const slot = this.open(document);
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

  /** Forgets no document any more: the log may be closed soon. */
  keepAll(): void {
    this.#keepsAll = true;
    for (const { idling } of this.#slots.values()) idling?.cancel();
  }

  /** Looks after a room's connections, as has to be done every few seconds. */
  keepUp(room: Room): void {
    keepUp(room, this.#context);
  }

  /** Milliseconds for which the oldest logged rows have been waiting for the disk. */
  get unsavedFor(): number {
    return this.#durability.waitingFor;
  }

  /** Resolves when all that came is logged, durable and acknowledged. */
  async settle(): Promise<void> {
    await this.#turns.idle();
    await this.#durability.settled();
  }

  /** Forgets a document after a while, unless somebody comes. */
  #idle(slot: Slot): void {
    slot.idling?.cancel();
    if (this.#keepsAll) return;
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
        this.#parted(connection);
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
}
