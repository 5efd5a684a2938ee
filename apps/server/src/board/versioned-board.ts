import { isDeepStrictEqual } from 'node:util';
import {
  type BoardCard,
  type FeedMessage,
  type FeedPosition,
  type FeedSession,
  type GroupId,
  untouchedFeedPlenary,
} from '@reportback/domain';

/** Whose cards somebody may see: every table's, or one table's only. */
export type Scope = 'all' | { readonly only: GroupId | null };

/**
 * A session's cards as they are, each with the version in which it changed: whoever comes back with a
 * position is told all that differs since, however long ago that was.
 */
export class VersionedBoard {
  readonly #epoch: string;
  #version = 0;
  #session: { readonly value: FeedSession; readonly changedIn: number };
  #cards: readonly { readonly value: BoardCard; readonly changedIn: number }[];

  /** @param epoch names this run of the board: its positions mean nothing to another; without a colon */
  constructor(epoch: string, session: FeedSession, cards: readonly BoardCard[]) {
    this.#epoch = epoch;
    this.#session = { value: session, changedIn: 0 };
    this.#cards = cards.map((value) => ({ value, changedIn: 0 }));
  }

  get at(): FeedPosition {
    return `${this.#epoch}:${this.#version}`;
  }

  /**
   * Takes the session and its cards as they are now, in the order of their tables; tables come and go only with
   * a new board. Answers whether anything differs.
   */
  take(session: FeedSession, cards: readonly BoardCard[]): boolean {
    const next = this.#version + 1;
    const taken = <Value>(value: Value, before: { value: Value; changedIn: number } | undefined) =>
      before !== undefined && isDeepStrictEqual(value, before.value)
        ? before
        : { value, changedIn: next };
    this.#session = taken(session, this.#session);
    this.#cards = cards.map((card) =>
      taken(
        card,
        this.#cards.find(({ value }) => value.group === card.group),
      ),
    );
    const isChanged =
      this.#session.changedIn === next || this.#cards.some(({ changedIn }) => changedIn === next);
    if (isChanged) this.#version = next;
    return isChanged;
  }

  /**
   * What somebody has to be told who was last told `since`: what differs, or everything for a position of
   * another run, or none.
   */
  message(since: string | null, scope: Scope, serverTime: number): FeedMessage {
    const known = this.#versionOf(since);
    const { at } = this;
    const cards = this.#cards.filter(({ value }) => scope === 'all' || value.group === scope.only);
    if (known === null)
      return {
        is: 'snapshot',
        at,
        serverTime,
        session: this.#session.value,
        cards: cards.map(({ value }) => value),
        plenary: untouchedFeedPlenary,
      };
    const changed = cards.filter(({ changedIn }) => changedIn > known).map(({ value }) => value);
    return {
      is: 'changes',
      at,
      serverTime,
      ...(this.#session.changedIn > known && { session: this.#session.value }),
      ...(changed.length > 0 && { cards: changed }),
    };
  }

  #versionOf(position: string | null): number | null {
    const [epoch, version = ''] = position?.split(':') ?? [];
    if (epoch !== this.#epoch || !/^\d{1,15}$/.test(version)) return null;
    return Number(version) <= this.#version ? Number(version) : null;
  }
}
