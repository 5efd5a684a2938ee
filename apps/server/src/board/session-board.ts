import {
  type BoardCard,
  type FeedMessage,
  type GroupId,
  plenaryGroup,
  plenaryPhases,
  type SeatId,
  type Session,
  type SessionId,
  tableAt,
  tablesIn,
} from '@reportback/domain';
import type { Clock, Timer } from '@reportback/sync';
import type { UsedHall } from '../plenary/halls.ts';
import type { LiveWorkshop, WorkshopFacts } from '../workshops/live-workshops.ts';
import { boardCard, type GroupWork, noWork } from './board-card.ts';
import { feedSession } from './feed-session.ts';
import { type Follower, scopeName } from './follower.ts';
import { type BoardContent, VersionedBoard } from './versioned-board.ts';

/** Where a board looks at group documents. */
export interface BoardSource {
  /** Calls `changed` when a group's document has changed, or who has it open. Answers how to stop. */
  watch(session: SessionId, changed: (group: GroupId) => void): () => void;
  /** What a group's document says now. */
  work(session: SessionId, group: GroupId): Promise<GroupWork>;
  /** Who has it open. */
  people(session: SessionId, group: GroupId): readonly SeatId[];
}

/**
 * The least time between two looks, in milliseconds. A change after a pause is told at once; while changes keep
 * coming they are looked at and sent together.
 */
const looksEvery = 100;

/** How often followers hear of the server's time when nothing else happens, in milliseconds. */
const tellsTimeEvery = 20_000;

export interface BoardParts {
  readonly session: SessionId;
  /** Released with the board. */
  readonly live: LiveWorkshop;
  /** Released with the board. */
  readonly used: UsedHall;
  readonly source: BoardSource;
  readonly clock: Clock;
  /** A name for this run of the board, without a colon. */
  readonly epoch: string;
  /** Called with what kept documents from being read; the board shows what it knew. */
  readonly failed: (error: unknown) => void;
  /** Called when changes were sent, with the milliseconds since the first of their documents changed. */
  readonly told: (milliseconds: number) => void;
}

/**
 * The board of one session, as long as somebody follows it. Documents that changed are looked at once an
 * interval, and followers are told what differs, in one text for all who may see the same.
 */
export class SessionBoard {
  readonly #parts: BoardParts;
  readonly #followers = new Set<Follower>();
  readonly #works = new Map<GroupId, GroupWork>();
  readonly #changed = new Set<GroupId>();
  readonly #stopWatching: readonly (() => void)[];
  #board: VersionedBoard | null = null;
  #nextLook: Timer | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** When the first of the documents changed that are to be looked at; null while none is. */
  #changedAt: number | null = null;
  #nextTime: Timer;
  isClosed = false;

  private constructor(parts: BoardParts) {
    this.#parts = parts;
    const { source, session, live, used } = parts;
    this.#stopWatching = [
      source.watch(session, (group) => {
        // The plenary's note has no card.
        if (group === plenaryGroup) return;
        this.#changed.add(group);
        this.#changedAt ??= parts.clock.monotonic();
        this.#lookSoon();
      }),
      live.subscribe(() => this.#lookSoon()),
      used.hall.subscribe(() => this.#lookSoon()),
    ];
    this.#nextTime = this.#tellTimeLater();
  }

  /** The board with every card read. @throws what kept a document from being read */
  static async open(parts: BoardParts): Promise<SessionBoard> {
    const board = new SessionBoard(parts);
    try {
      await board.#read(parts.live.facts()?.groups.map(({ id }) => id) ?? []);
      board.#take();
      return board;
    } catch (error) {
      board.close();
      throw error;
    }
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  /** Tells a follower what it lacks since that position, and from then on what changes. */
  add(follower: Follower, since: string | null): void {
    this.#followers.add(follower);
    // What was outside a narrow scope may have come into it meanwhile.
    this.#tell([follower], follower.scope === 'all' ? since : null);
    if (follower.seat !== null) this.#lookSoon();
  }

  remove(follower: Follower): void {
    this.#followers.delete(follower);
    if (follower.seat !== null && !this.isClosed) this.#lookSoon();
  }

  /** Ends the watching and releases the workshop; followers are the caller's to close. */
  close(): void {
    this.#nextLook?.cancel();
    this.#nextTime.cancel();
    for (const stop of this.#stopWatching) stop();
    this.#parts.live.release();
    this.#parts.used.release();
    this.isClosed = true;
  }

  #lookSoon(): void {
    const { clock } = this.#parts;
    const wait = Math.max(0, this.#lookedAt + looksEvery - clock.monotonic());
    this.#nextLook ??= clock.after(wait, () => void this.#look());
  }

  async #look(): Promise<void> {
    this.#lookedAt = this.#parts.clock.monotonic();
    const changed = [...this.#changed];
    const changedAt = this.#changedAt;
    this.#changed.clear();
    this.#changedAt = null;
    try {
      await this.#read(changed);
    } catch (error) {
      this.#parts.failed(error);
    }
    this.#nextLook = null;
    if (this.isClosed) return;
    if (this.#changed.size > 0) this.#lookSoon();
    const before = this.#board?.at ?? null;
    if (!this.#take()) return;
    this.#tell(this.#followers, before);
    if (changedAt !== null) this.#parts.told(this.#parts.clock.monotonic() - changedAt);
  }

  async #read(groups: readonly GroupId[]): Promise<void> {
    const { source, session } = this.#parts;
    for (const group of groups) this.#works.set(group, await source.work(session, group));
  }

  /** Brings the board up to what was read. Answers whether it differs from before. */
  #take(): boolean {
    const { live, used, epoch, clock } = this.#parts;
    const { hall } = used;
    const facts = live.facts();
    const session = facts?.sessions.find(({ id }) => id === hall.session);
    // A session that was deleted has no board; whoever follows it is told by its connection.
    if (!facts || !session) return false;
    const content: BoardContent = {
      session: feedSession(
        facts.workshop,
        session,
        hall.story,
        facts.seats.values(),
        facts.record,
        clock.wallTime(),
      ),
      cards: this.#cards(facts, session),
      plenary: hall.feed(),
    };
    if (this.#board !== null) return this.#board.take(content);
    this.#board = new VersionedBoard(epoch, content);
    return true;
  }

  #cards({ groups, seats }: WorkshopFacts, told: Session): readonly BoardCard[] {
    const { source, session, used } = this.#parts;
    const { signOffs } = used.hall.story;
    const following = this.#following(seats, told);
    return tablesIn(groups, told).map((group) =>
      boardCard(
        group,
        this.#works.get(group.id) ?? noWork,
        seats,
        new Set([...source.people(session, group.id), ...(following.get(group.id) ?? [])]).size,
        signOffs.find((signed) => signed.group === group.id) ?? null,
      ),
    );
  }

  /** In the plenary people are with their table wherever they follow the session: by the table that they sit at. */
  #following(seats: WorkshopFacts['seats'], told: Session): ReadonlyMap<GroupId, Set<SeatId>> {
    const tables = new Map<GroupId, Set<SeatId>>();
    if (!plenaryPhases.includes(told.phase)) return tables;
    for (const { seat } of this.#followers) {
      const table = seat === null ? null : tableAt(seats.get(seat) ?? null, told.id);
      if (seat === null || table === null) continue;
      tables.set(table, (tables.get(table) ?? new Set()).add(seat));
    }
    return tables;
  }

  /** Tells what differs since a position; one text serves all who may see the same. */
  #tell(followers: Iterable<Follower>, since: string | null): void {
    const board = this.#board;
    if (board === null) return;
    const serverTime = this.#parts.clock.wallTime();
    const texts = new Map<string, Buffer>();
    for (const follower of followers) {
      const from = follower.sawAnother ? null : since;
      const name = `${scopeName(follower.scope)} since ${from}`;
      const text = texts.get(name) ?? encoded(board.message(from, follower.scope, serverTime));
      texts.set(name, text);
      follower.tell(text);
    }
  }

  #tellTimeLater(): Timer {
    return this.#parts.clock.after(tellsTimeEvery, () => {
      const before = this.#board?.at ?? null;
      this.#take();
      this.#tell(this.#followers, before);
      this.#nextTime = this.#tellTimeLater();
    });
  }
}

function encoded(message: FeedMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}
