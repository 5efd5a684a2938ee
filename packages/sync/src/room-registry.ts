import type * as Y from 'yjs';
import type { CloseReasonName } from './close-reason.ts';
import { Connection, type ConnectionHost, type ConnectOptions } from './connection.ts';
import { endInSteps } from './end-in-steps.ts';
import { type HashState, hashState } from './hash-state.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { OpenRooms } from './open-rooms.ts';
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

/** Where a connection is that was turned away. */
const nowhere: ConnectionHost = { take: () => {}, outgoing: () => {}, left: () => {} };

/**
 * All documents that are in memory. A document is absent, loading, live, idle (nobody is there), then
 * absent again; leaving saves nothing, because everything already is.
 */
export class RoomRegistry {
  readonly #options: SyncOptions;
  readonly #rooms: OpenRooms;
  readonly #seats: Seats;
  #tick: Timer | undefined;
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
    this.#seats = new Seats(this.#options.limits, this.#options.clock);
    this.#rooms = new OpenRooms(this.#options, ({ author }) => this.#seats.leave(author));
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
    const { room } = this.#rooms.open(options.document);
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
    return this.#rooms.look(document, (replica, { room }) => {
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
    return new Promise((done) =>
      this.#rooms.open(document).room.take({ ...edit, kind: 'edit', done }),
    );
  }

  /** Locks or unlocks a document, in the log and for everybody connected. False when there is none. */
  async setLocked(document: DocumentName, locked: boolean): Promise<boolean> {
    const exists = await this.#options.log.setLocked(document, locked);
    const room = this.#rooms.find(document);
    if (room && exists) {
      room.isLocked = locked;
      this.#rooms.keepUp(room);
    }
    return exists;
  }

  /** Deletes a document for good and sends everybody away. False when there is none. */
  async remove(document: DocumentName): Promise<boolean> {
    const existed = await this.#options.log.remove(document);
    this.#rooms.find(document)?.end('deleted', 'absent');
    return existed;
  }

  /** Keeps the present content as a version; the newest is kept once if nothing changed since. */
  async keepVersion(document: DocumentName, cause: string): Promise<KeepOutcome> {
    const looked = await this.#rooms.look(document, (replica, { keeper }) =>
      keeper.keep(replica, cause),
    );
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
    for (const connection of this.#connections()) if (which(connection)) connection.end(reason);
  }

  /** Who is connected to a document: each connection's author and what it shows of itself. */
  connectedTo(document: DocumentName): readonly Pick<Connection, 'author' | 'user'>[] {
    return [...(this.#rooms.find(document)?.connections ?? [])];
  }

  get statistics(): Statistics {
    const rooms = this.#rooms.all();
    return {
      connections: rooms.reduce((sum, room) => sum + room.connections.size, 0),
      documents: rooms.length,
      unsavedFor: this.#rooms.unsavedFor,
    };
  }

  /**
   * For a restart: takes no new connections and ends the present ones with `restart`, spread over
   * `duration` milliseconds so that they do not all come back at once; each after all it sent is
   * logged, durable and acknowledged. Resolves when everything is.
   */
  async drain(duration: number): Promise<void> {
    this.#isDraining = true;
    this.#rooms.keepAll();
    const settle = (): Promise<void> => this.#rooms.settle();
    await endInSteps(this.#connections(), duration, this.#options.clock, settle);
    await settle();
    this.#tick?.cancel();
  }

  #objection({ access, document, author }: ConnectOptions): CloseReasonName | undefined {
    const { limits } = this.#options;
    const present = this.#rooms.find(document)?.connections.size ?? 0;
    if (this.#isDraining) return 'restart';
    if (!access().read) return 'no-access';
    const isCrowded =
      present >= limits.connectionsPerDocument ||
      this.#seats.connections(author) >= limits.connectionsPerSeat;
    return isCrowded ? 'too-many-connections' : undefined;
  }

  #connections(): readonly Connection[] {
    return this.#rooms.all().flatMap((room) => [...room.connections]);
  }

  #scheduleTick(): void {
    this.#tick = this.#options.clock.after(this.#options.times.tick, () => {
      for (const room of this.#rooms.all()) {
        try {
          this.#rooms.keepUp(room);
        } catch (error) {
          room.fail(error);
        }
      }
      this.#scheduleTick();
    });
  }
}
