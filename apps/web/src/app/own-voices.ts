import { type Readable, Settable } from '@reportback/client/readable';
import type {
  FindingId,
  GroupId,
  OwnVoices,
  PointId,
  ReactionKind,
  ReactionRequest,
} from '@reportback/domain';
import type { Answer } from './answer.ts';
import { api, type SessionPlace } from './api.ts';
import { insist } from './insist.ts';

export interface VoicesState {
  readonly own: OwnVoices;
  readonly isLoaded: boolean;
  /** Why the last word was not taken, as a sentence to show. */
  readonly problem: string | null;
}

const silent: OwnVoices = { reactions: [], votes: [], votesLeft: null };

/** What this person has said to points and voted for; all components of a session share one. */
export class Voices implements Readable<VoicesState> {
  readonly #place: SessionPlace;
  readonly #state = new Settable<VoicesState>({ own: silent, isLoaded: false, problem: null });
  #queue: Promise<unknown> = Promise.resolve();

  constructor(place: SessionPlace) {
    this.#place = place;
  }

  readonly get = (): VoicesState => this.#state.get();

  readonly subscribe = (changed: () => void): (() => void) => this.#state.subscribe(changed);

  readonly load = (): Promise<unknown> => this.#ask(() => () => api.voices(this.#place));

  readonly add = (
    group: GroupId,
    point: PointId,
    kind: ReactionKind,
    text = '',
  ): Promise<unknown> => this.#react({ is: 'add', group, point, kind, text });

  readonly takeBack = (point: PointId, kind: ReactionKind): Promise<unknown> =>
    this.#react({ is: 'take-back', point, kind });

  /** One vote more or less than the finding has by then, so that quick presses all count; nothing where there is none. */
  readonly vote = (finding: FindingId, by: 1 | -1): Promise<unknown> =>
    this.#ask(() => {
      const { votes, votesLeft } = this.get().own;
      const given = votes.find((each) => each.finding === finding)?.votes ?? 0;
      if (by === 1 ? votesLeft === 0 : given === 0) return null;
      return () => api.vote(this.#place, { finding, votes: given + by });
    });

  /** Tells the room that this person has a table's card before them; nobody waits for it. */
  readonly visit = (group: GroupId): void => {
    void api.visit(this.#place, { group });
  };

  #react(request: ReactionRequest): Promise<unknown> {
    return this.#ask(() => () => api.react(this.#place, request));
  }

  /**
   * Setting what is named, and taking it back, may be sent twice without harm.
   * @param prepare makes the call when all before it were answered; null for none
   */
  #ask(prepare: () => (() => Promise<Answer<OwnVoices>>) | null): Promise<unknown> {
    const done = this.#queue.then(async () => {
      const call = prepare();
      if (call === null) return;
      const answer = await insist(call);
      this.#state.set(
        answer.is === 'answer'
          ? { own: answer.value, isLoaded: true, problem: null }
          : {
              ...this.get(),
              problem:
                answer.is === 'refused'
                  ? answer.problem
                  : 'The server did not answer, so this was not added. Try again.',
            },
      );
    });
    this.#queue = done;
    return done;
  }
}
