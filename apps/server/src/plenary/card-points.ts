import { type GroupId, type PointId, plainText, type SessionId } from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import type { BoardSource } from '../board/session-board.ts';

/** The words of each point on a card. */
export type Points = ReadonlyMap<PointId, string>;

/** How long a session's cards stay at hand, in milliseconds. */
const keptFor = 60_000;

/**
 * The points on cards, as they are now, without reading a document each time: when a card is up, the whole
 * room answers to it at once.
 */
export class CardPoints {
  readonly #source: BoardSource;
  readonly #clock: Clock;
  readonly #sessions = new Map<SessionId, Map<GroupId, Promise<Points>>>();

  constructor(source: BoardSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  of(session: SessionId, group: GroupId): Promise<Points> {
    const cards = this.#sessions.get(session) ?? this.#keep(session);
    const points = cards.get(group) ?? this.#read(session, group);
    cards.set(group, points);
    points.catch(() => cards.delete(group));
    return points;
  }

  #keep(session: SessionId): Map<GroupId, Promise<Points>> {
    const cards = new Map<GroupId, Promise<Points>>();
    this.#sessions.set(session, cards);
    const stop = this.#source.watch(session, (group) => cards.delete(group));
    this.#clock.after(keptFor, () => {
      stop();
      this.#sessions.delete(session);
    });
    return cards;
  }

  async #read(session: SessionId, group: GroupId): Promise<Points> {
    const { card } = await this.#source.work(session, group);
    return new Map(card.points.map(({ id, text }) => [id, plainText(text)]));
  }
}
