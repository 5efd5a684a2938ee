import type {
  BoardCard,
  FeedMessage,
  FeedPlenary,
  FeedPosition,
  FeedSession,
  GroupId,
} from '@reportback/domain';
import { changedSince, taken, takenList, type Versioned, valuesOf } from './versioned.ts';
import { VersionedPlenary } from './versioned-plenary.ts';

/** Whose cards somebody may see: every table's, or one table's only. */
export type Scope = 'all' | { readonly only: GroupId | null };

/** All that followers are told of a session. */
export interface BoardContent {
  readonly session: FeedSession;
  /** In the order of their tables. */
  readonly cards: readonly BoardCard[];
  readonly plenary: FeedPlenary;
}

/**
 * What followers of a session are told, each part with the version in which it changed: whoever comes back with
 * a position is told all that differs since, however long ago that was.
 */
export class VersionedBoard {
  readonly #epoch: string;
  #version = 0;
  /** The version in which a table came or went; who knows an older one is told everything. */
  #otherTablesIn = 0;
  #session: Versioned<FeedSession>;
  #cards: readonly Versioned<BoardCard>[];
  readonly #plenary: VersionedPlenary;

  /** @param epoch names this run of the board: its positions mean nothing to another; without a colon */
  constructor(epoch: string, { session, cards, plenary }: BoardContent) {
    this.#epoch = epoch;
    this.#session = taken(session, undefined, 0);
    this.#cards = takenList(cards, [], ({ group }) => group, 0);
    this.#plenary = new VersionedPlenary(plenary, 0);
  }

  get at(): FeedPosition {
    return `${this.#epoch}:${this.#version}`;
  }

  /** Takes everything as it is now. Answers whether anything differs. */
  take({ session, cards, plenary }: BoardContent): boolean {
    const next = this.#version + 1;
    this.#session = taken(session, this.#session, next);
    const before = tablesOf(this.#cards);
    this.#cards = takenList(cards, this.#cards, ({ group }) => group, next);
    this.#plenary.take(plenary, next);
    const hasOthers = before !== tablesOf(this.#cards);
    if (hasOthers) this.#otherTablesIn = next;
    const isChanged =
      hasOthers ||
      [this.#session, ...this.#cards, this.#plenary].some(({ changedIn }) => changedIn === next);
    if (isChanged) this.#version = next;
    return isChanged;
  }

  /**
   * What somebody has to be told who was last told `since`: what differs, or everything for a position of
   * another run, or none.
   */
  message(since: string | null, scope: Scope, serverTime: number): FeedMessage {
    const known = this.#versionOf(since);
    const isShown = ({ group }: { readonly group: GroupId }) =>
      scope === 'all' || group === scope.only;
    const { at } = this;
    if (known === null)
      return {
        is: 'snapshot',
        at,
        serverTime,
        session: this.#session.value,
        cards: valuesOf(this.#cards).filter(isShown),
        plenary: this.#plenary.whole(isShown),
      };
    const cards = changedSince(this.#cards, known).filter(isShown);
    const plenary = this.#plenary.since(known, isShown);
    return {
      is: 'changes',
      at,
      serverTime,
      ...(this.#session.changedIn > known && { session: this.#session.value }),
      ...(cards.length > 0 && { cards }),
      ...(plenary !== null && { plenary }),
    };
  }

  #versionOf(position: string | null): number | null {
    const [epoch, version = ''] = position?.split(':') ?? [];
    if (epoch !== this.#epoch || !/^\d{1,15}$/.test(version)) return null;
    const known = Number(version);
    return known >= this.#otherTablesIn && known <= this.#version ? known : null;
  }
}

function tablesOf(cards: readonly Versioned<BoardCard>[]): string {
  return valuesOf(cards)
    .map(({ group }) => group)
    .join(' ');
}
