import * as Y from 'yjs';
import type { CloseReasonName } from './close-reason.ts';
import type { Connection, ConnectionHost, Inbound } from './connection.ts';
import { deliver } from './deliver.ts';
import { Membership } from './membership.ts';
import { RemovalWatch } from './much-removed.ts';
import type { Unavailable } from './outcomes.ts';
import type { AppendOutcome, DocumentName, LoadOutcome, NewRow, Seq } from './ports/update-log.ts';
import { Presence } from './presence.ts';
import type { RefusalReason } from './refusal.ts';
import { refuseFrame } from './refuse-frame.ts';
import { Replica } from './replica.ts';
import type { UpdateOutline } from './scan-update.ts';
import type { SyncOptions } from './sync-options.ts';
import { type Table, takeEdit, takeFrame } from './take-work.ts';
import { Turn, type Work } from './turn.ts';
import { unreachable } from './unreachable.ts';

/** What rooms share. */
export interface RoomContext extends SyncOptions {
  readonly rootNames: ReadonlySet<string>;
  /** Whether the last attempt to write failed for want of space. */
  isStorageFull(): boolean;
  noteStorageFull(): void;
  /** The room has work for the next turn. */
  wake(room: Room): void;
  /** Reads the document from the log and gives it to `room.loaded`. */
  load(room: Room): void;
  /** Rows of the room are logged that are not known to be durable. */
  logged(room: Room): void;
  /** Something changed, and all of it is logged: a moment for upkeep. */
  settled(room: Room, replica: Replica, turn: Turn): void;
  /** A connection of the room is gone. */
  parted(room: Room, connection: Connection): void;
  /** The room is of no more use. */
  ended(room: Room): void;
}

type RoomState =
  | { readonly is: 'loading' }
  | { readonly is: 'live'; readonly replica: Replica }
  | { readonly is: 'ended' };

/**
 * One document in memory and everybody who is connected to it. Nothing is saved when a room ends:
 * everything already is.
 */
export class Room implements ConnectionHost {
  readonly document: DocumentName;
  readonly presence: Presence<Connection>;
  /** Which connection writes under a Yjs client id. */
  readonly #speakers = new Map<number, Connection>();
  isLocked = false;
  /** Rows up to this one survive a power cut. */
  durableSeq: Seq = 0;
  readonly #context: RoomContext;
  readonly #members = new Membership();
  readonly #removals: RemovalWatch;
  /** Connections with frames that are not acknowledged. */
  readonly #owed = new Set<Connection>();
  #state: RoomState = { is: 'loading' };
  #inbox: Work[] = [];
  #turn: Turn | undefined;
  /** While positive, works are taken one a turn, to find the one that breaks the document. */
  #cautious = 0;
  #waiting: { readonly after: Seq; readonly run: () => void }[] = [];

  constructor(document: DocumentName, context: RoomContext) {
    this.document = document;
    this.#context = context;
    this.presence = new Presence(context.limits);
    this.#removals = new RemovalWatch(context.history);
    context.load(this);
  }

  /** Whether nothing is under way and nobody connected. */
  get isIdle(): boolean {
    return this.#inbox.length === 0 && !this.#turn && this.connections.size === 0;
  }

  get state(): RoomState {
    return this.#state;
  }

  get connections(): ReadonlySet<Connection> {
    return this.#members.connections;
  }

  // — Connections —

  join(connection: Connection): void {
    this.#members.add(connection);
    if (this.#state.is === 'live') this.#greet(connection, this.#state.replica);
    else connection.hold();
    this.#context.wake(this);
  }

  left(connection: Connection): void {
    if (!this.#members.remove(connection)) return;
    this.presence.leave(connection);
    this.#owed.delete(connection);
    for (const [client, speaker] of this.#speakers)
      if (speaker === connection) this.#speakers.delete(client);
    this.#context.wake(this);
    this.#context.parted(this, connection);
  }

  take(work: Work): void {
    if (this.#state.is === 'ended') return refuseWork(work);
    this.#inbox.push(work);
    if (work.kind === 'frame' && work.entry) this.#owed.add(work.connection);
    this.#context.wake(this);
  }

  outgoing(connection: Connection): void {
    this.#members.noteOutgoing(connection);
  }

  /** Ends the room after something that should not happen; the others go on. */
  fail(error: unknown): void {
    this.#context.observer.failed(this.document, error);
    this.end('room-failed', 'failed');
  }

  /** Ends every connection, and the room. */
  end(reason: CloseReasonName, why: Unavailable): void {
    if (this.#state.is === 'ended') return;
    this.#state = { is: 'ended' };
    for (const connection of this.connections) connection.end(reason);
    const left = [...(this.#turn?.works ?? []), ...this.#inbox];
    this.#inbox = [];
    this.#turn = undefined;
    for (const work of left) refuseWork(work, why);
    this.#context.ended(this);
  }

  // — A turn: work, then the log, then settle —

  /** Applies what has arrived. Returns the rows to log; until they are, nobody hears of them. */
  work(): readonly NewRow[] {
    if (this.#state.is !== 'live' || this.#turn) return [];
    const { replica } = this.#state;
    const works = this.#cautious > 0 ? this.#inbox.splice(0, 1) : this.#inbox.splice(0);
    this.#cautious = Math.max(0, this.#cautious - 1);
    const turn = new Turn();
    this.#turn = turn;
    let taken = 0;
    try {
      const takeAll = (): void => {
        const table = this.#table(replica);
        for (const work of works) {
          this.#take(work, turn, table);
          taken++;
        }
      };
      // One transaction for all: Yjs does some work for each that grows with the number of people.
      if (works.length > 0) replica.doc.transact(takeAll);
      replica.checkNothingPending();
    } catch (error) {
      this.#recover(error, turn, works, taken);
      return [];
    }
    return turn.rows;
  }

  /** Tells everybody, now that the rows are logged; or takes them back if they could not be. */
  settle(outcome: AppendOutcome | undefined): void {
    const turn = this.#turn;
    this.#turn = undefined;
    if (this.#state.is !== 'live') return;
    const { replica } = this.#state;
    if (turn) {
      if (outcome?.is === 'refused') return this.#takeBack(turn, outcome.reason);
      if (outcome && outcome.firstSeq !== replica.headSeq + 1) {
        const found = `row ${outcome.firstSeq} follows row ${replica.headSeq}`;
        return this.fail(new Error(`${found}: somebody else writes to this document`));
      }
      replica.noteLogged(turn.rows);
      this.#finish(turn, replica);
    }
    this.flush();
    if (this.#inbox.length > 0) this.#context.wake(this);
  }

  /** All rows up to `seq` survive a power cut. */
  becameDurable(seq: Seq): void {
    this.durableSeq = Math.max(this.durableSeq, seq);
    const isPast = ({ after }: { after: Seq }): boolean => after <= this.durableSeq;
    const past = this.#waiting.filter(isPast);
    this.#waiting = this.#waiting.filter((waiting) => !isPast(waiting));
    for (const { run } of past) run();
    if (this.#state.is === 'live') this.#acknowledge(this.#state.replica);
    this.flush();
  }

  /** Calls `run` once rows up to `seq` survive a power cut. */
  onceDurable(seq: Seq, run: () => void): void {
    if (seq <= this.durableSeq) run();
    else this.#waiting.push({ after: seq, run });
  }

  /** Sends what is queued, one write for each connection. */
  flush(): void {
    for (const connection of this.#members.flush()) {
      if (this.#state.is !== 'live') return;
      this.#context.observer.counted('readers-lagging', 1);
      const stateVector = Y.encodeStateVector(this.#state.replica.doc);
      const since = this.#context.clock.monotonic();
      connection.lagging = { since, stateVector, hasAsked: false };
    }
  }

  // — The document —

  loaded(outcome: LoadOutcome): void {
    if (this.#state.is !== 'loading') return;
    if (outcome.is === 'absent') return this.end('not-found', 'absent');
    if (outcome.is === 'damaged') {
      this.#context.observer.failed(this.document, new Error(outcome.found));
      return this.end('damaged', 'damaged');
    }
    let replica: Replica;
    try {
      replica = new Replica(outcome);
    } catch (error) {
      this.#context.observer.failed(this.document, error);
      return this.end('damaged', 'damaged');
    }
    this.#state = { is: 'live', replica };
    this.isLocked = outcome.locked;
    // What a killed process had logged may not have reached the disk yet.
    this.#context.logged(this);
    for (const connection of this.connections) {
      this.#greet(connection, replica);
      connection.release();
    }
    this.#context.wake(this);
  }

  /** Reads the document from the log again, and goes on from there. */
  #rebuild(): void {
    this.#context.observer.counted('rooms-rebuilt', 1);
    this.#state = { is: 'loading' };
    this.#removals.forget();
    for (const connection of this.connections) connection.hold();
    this.#context.load(this);
  }

  #acknowledge(replica: Replica): void {
    const isWaiting = (outline: UpdateOutline): boolean => replica.isWaiting(outline);
    for (const connection of this.#owed) {
      if (!connection.lagging) connection.acknowledge(this.durableSeq, isWaiting);
      if (connection.isEnded || connection.acknowledgement?.isDone) this.#owed.delete(connection);
    }
  }

  #greet(connection: Connection, replica: Replica): void {
    const { incarnation } = connection;
    if (incarnation !== undefined && incarnation !== replica.incarnation)
      return connection.end('deleted');
    const everybody = this.presence.everybodyBut(connection);
    if (everybody && !connection.isFollowing) connection.queue(everybody);
  }

  #table(replica: Replica): Table {
    return {
      document: this.document,
      replica,
      presence: this.presence,
      isLocked: this.isLocked,
      isStorageFull: this.#context.isStorageFull(),
      speakers: this.#speakers,
      removals: this.#removals,
      refuse: (inbound, reason, found) => this.#refuse(inbound, reason, found),
    };
  }

  #take(work: Work, turn: Turn, table: Table): void {
    switch (work.kind) {
      case 'frame':
        return takeFrame(work, turn, table, this.#context);
      case 'edit':
        return takeEdit(work, turn, table, this.#context);
      case 'reading':
        turn.readings.push(work);
        return;
      default:
        return unreachable(work);
    }
  }

  #finish(turn: Turn, replica: Replica): void {
    const after = replica.headSeq;
    for (const { entry } of turn.passed) if (entry) entry.after = after;
    deliver(turn, replica, this);
    for (const { read } of turn.readings) read(replica);
    for (const { edit, changed } of turn.edits)
      this.onceDurable(after, () => edit.done({ is: changed ? 'edited' : 'unchanged' }));
    if (turn.rows.length > 0) this.#context.logged(this);
    else this.becameDurable(this.durableSeq);
    this.#context.settled(this, replica, turn);
  }

  #refuse(inbound: Inbound, reason: RefusalReason, found: string): void {
    this.#context.observer.refused(this.document, reason, found);
    refuseFrame(inbound, reason, this.#context.clock.monotonic());
  }

  /** The log did not take the rows: nobody has seen them, and the document goes back to before. */
  #takeBack(turn: Turn, reason: 'locked' | 'deleted' | 'storage-full'): void {
    if (reason === 'deleted') return this.end('deleted', 'absent');
    if (reason === 'storage-full') this.#context.noteStorageFull();
    // Judged again on the document as it was, which says itself whether it is locked, they are refused
    // one by one, with this reason.
    this.#inbox = [...turn.works, ...this.#inbox];
    this.#rebuild();
  }

  /** Something broke while it was applied, and may have changed half of the document. */
  #recover(error: unknown, turn: Turn, works: readonly Work[], taken: number): void {
    this.#turn = undefined;
    this.#context.observer.failed(this.document, error);
    const [culprit, ...rest] = works.slice(taken);
    const guilty = culprit ?? (works.length === 1 ? works[0] : undefined);
    if (guilty?.kind === 'frame')
      this.#refuse(guilty, 'malformed', error instanceof Error ? error.message : String(error));
    else if (guilty) refuseWork(guilty);
    else this.#cautious = works.length;
    this.#inbox = [...turn.works.filter((work) => work !== guilty), ...rest, ...this.#inbox];
    this.#rebuild();
  }
}

/** There is no document for this work. Frames are not answered: their connection has ended. */
function refuseWork(work: Work, reason: Unavailable = 'failed'): void {
  switch (work.kind) {
    case 'frame':
      return;
    case 'edit':
      return work.done({ is: 'refused', reason });
    case 'reading':
      return work.failed(reason);
    default:
      return unreachable(work);
  }
}
