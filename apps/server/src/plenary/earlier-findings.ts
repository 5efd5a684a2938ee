import {
  type EarlierFindings,
  type GroupId,
  type PointId,
  plainText,
  type Session,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import type { BoardSource } from '../board/session-board.ts';
import type { Halls } from './halls.ts';

type Said = { readonly group: GroupId; readonly text: string };
type SessionFindings = EarlierFindings['sessions'][number];

/** How long the words of an earlier session's points are taken for what they are, in milliseconds. */
const wordsHoldFor = 60_000;

export interface EarlierSessionsParts {
  readonly store: WorkshopStore;
  readonly halls: Halls;
  readonly source: BoardSource;
  readonly clock: Clock;
}

/**
 * What earlier sessions found, for the tables of a later one. Their points' words are read from the documents
 * once a minute at most: when a session begins, everybody asks at once.
 */
export class EarlierSessions {
  readonly #parts: EarlierSessionsParts;
  readonly #words = new Map<
    Session['id'],
    { readonly readAt: number; readonly points: Promise<ReadonlyMap<PointId, Said>> }
  >();

  constructor(parts: EarlierSessionsParts) {
    this.#parts = parts;
  }

  /** The findings of all sessions of the workshop before this one, in their order. */
  async before(session: Session): Promise<EarlierFindings> {
    const all = await this.#parts.store.sessions(session.workshop);
    const earlier = all.filter(({ position }) => position < session.position);
    const sessions: SessionFindings[] = [];
    for (const each of earlier) sessions.push(await this.#findings(each));
    return { sessions };
  }

  #findings(session: Session): Promise<SessionFindings> {
    const { id, position, title } = session;
    return this.#parts.halls.with(id, async (hall) => {
      const { plenary, votes } = hall.feed();
      const words = plenary.findings.length === 0 ? new Map() : await this.#wordsOf(session);
      return {
        id,
        position,
        title,
        findings: plenary.findings.map((finding) => ({
          id: finding.id,
          name: finding.name,
          statement: finding.statement,
          votes: votes?.find((one) => one.finding === finding.id)?.votes ?? (votes && 0),
          points: finding.points.map((point) => ({ id: point, said: words.get(point) ?? null })),
        })),
      };
    });
  }

  #wordsOf(session: Session): Promise<ReadonlyMap<PointId, Said>> {
    const now = this.#parts.clock.monotonic();
    for (const [id, { readAt }] of this.#words)
      if (now - readAt > wordsHoldFor) this.#words.delete(id);
    const kept = this.#words.get(session.id);
    if (kept !== undefined) return kept.points;
    const points = this.#readWords(session);
    this.#words.set(session.id, { readAt: now, points });
    points.catch(() => this.#words.delete(session.id));
    return points;
  }

  async #readWords({ id, workshop }: Session): Promise<ReadonlyMap<PointId, Said>> {
    const words = new Map<PointId, Said>();
    for (const { id: group } of await this.#parts.store.groups(workshop)) {
      const { card } = await this.#parts.source.work(id, group);
      for (const point of card.points) words.set(point.id, { group, text: plainText(point.text) });
    }
    return words;
  }
}
