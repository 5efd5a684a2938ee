import { newId, plenaryPhases, type SessionId, tableAt, type WorkshopId } from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import type { WebSocket } from 'ws';
import { type Holder, standing } from '../access/standing.ts';
import type { Halls } from '../plenary/halls.ts';
import type { LiveWorkshops, WorkshopFacts } from '../workshops/live-workshops.ts';
import type { Random } from '../workshops/new-workshop.ts';
import { Follower } from './follower.ts';
import { type BoardSource, SessionBoard } from './session-board.ts';
import type { Scope } from './versioned-board.ts';

/** How long a board outlives its last follower, in milliseconds, so that it can say what they missed. */
const keptFor = 60_000;

/** Who wants to follow which board. */
export interface FollowRequest {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly holder: Holder;
  /** The position that they were told last, or null. */
  readonly since: string | null;
}

export interface BoardsParts {
  readonly live: LiveWorkshops;
  readonly halls: Halls;
  readonly source: BoardSource;
  readonly clock: Clock;
  readonly random: Random;
  /** Called with what kept a document from being read. */
  readonly failed: (error: unknown) => void;
  /** Called when a change was sent, with the milliseconds since the document changed. */
  readonly told: (milliseconds: number) => void;
}

/** The boards that are followed, one a session. */
export class Boards {
  readonly #parts: BoardsParts;
  readonly #boards = new Map<SessionId, Promise<SessionBoard>>();
  readonly #followers = new Set<Follower>();

  constructor(parts: BoardsParts) {
    this.#parts = parts;
  }

  /** Lets a socket follow a board until either side hangs up, or its holder's link is void. */
  async follow(socket: WebSocket, request: FollowRequest): Promise<null> {
    const { workshop, session, holder, since } = request;
    const live = await this.#parts.live.use(workshop);
    const board = await this.#board(workshop, session);
    if (socket.readyState !== socket.OPEN) {
      live.release();
      this.#closeUnfollowed(session, board);
      return null;
    }
    const follower = new Follower(
      socket,
      () => scopeOf(live.facts(), holder, session),
      holder.seat,
    );
    const check = () => {
      const now = standing(live.facts(), holder);
      if (now.is === 'out') follower.end(now.because);
    };
    const stopChecking = live.subscribe(check);
    this.#followers.add(follower);
    socket.on('close', () => {
      stopChecking();
      live.release();
      this.#followers.delete(follower);
      board.remove(follower);
      this.#closeUnfollowed(session, board);
    });
    socket.resume();
    board.add(follower, since);
    check();
    return null;
  }

  /** How many pages follow a board now. */
  get followers(): number {
    return this.#followers.size;
  }

  /** Sends every follower away for a restart of the server. */
  async close(): Promise<void> {
    for (const follower of this.#followers) follower.hangUp('restart');
    for (const board of await Promise.all(this.#boards.values())) board.close();
    this.#boards.clear();
  }

  async #board(workshop: WorkshopId, session: SessionId): Promise<SessionBoard> {
    const opening = this.#boards.get(session) ?? this.#open(workshop, session);
    this.#boards.set(session, opening);
    try {
      return await opening;
    } catch (error) {
      this.#boards.delete(session);
      throw error;
    }
  }

  async #open(workshop: WorkshopId, session: SessionId): Promise<SessionBoard> {
    const { live, halls, source, clock, random, failed, told } = this.#parts;
    const facts = await live.use(workshop);
    const used = await halls.use(session);
    const epoch = newId(random);
    return SessionBoard.open({ session, live: facts, used, source, clock, epoch, failed, told });
  }

  #closeUnfollowed(session: SessionId, board: SessionBoard): void {
    this.#parts.clock.after(keptFor, () => {
      if (board.isFollowed || board.isClosed) return;
      board.close();
      this.#boards.delete(session);
    });
  }
}

/**
 * Whose cards a holder may see: where tables do not read each other, participants see their own until the
 * report-back, when all are read out anyway.
 */
function scopeOf(facts: WorkshopFacts | null, holder: Holder, session: SessionId): Scope {
  const now = standing(facts, holder);
  if (facts === null || now.is === 'out') return { only: null };
  const phase = facts.sessions.find(({ id }) => id === session)?.phase;
  const isOpen =
    now.role !== 'participant' ||
    facts.workshop.othersReadable ||
    (phase !== undefined && plenaryPhases.includes(phase));
  return isOpen ? 'all' : { only: tableAt(now.seat, session) };
}
