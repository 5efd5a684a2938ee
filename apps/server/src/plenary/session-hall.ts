import { isDeepStrictEqual } from 'node:util';
import {
  type Actor,
  type CommandId,
  type FeedPlenary,
  type NewReaction,
  type NewStep,
  type OwnVoices,
  type PlenaryStore,
  type SeatId,
  type SeatVotes,
  type SessionDeed,
  type SessionId,
  type SessionStep,
  type SessionStory,
  storyAfter,
  storyOf,
  unreachable,
  type Visit,
} from '@reportback/domain';
import { Refusal } from '../refusal.ts';
import { Ballot } from './ballot.ts';
import { Coverage } from './coverage.ts';
import { Turns } from './turns.ts';
import { VoiceBook } from './voice-book.ts';

/** A deed that somebody asks for, before it is known what exactly it will be. */
export interface Asked {
  readonly id: CommandId;
  readonly by: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Says what to do, as things stand now; null for nothing. May refuse by throwing. */
  readonly decide: (story: SessionStory) => SessionDeed | null;
}

/**
 * What the plenary of one session has done so far, in memory: made of the stored steps and voices, and changed
 * only by what was stored before. Everything is done one after the other.
 */
export class SessionHall {
  readonly session: SessionId;
  readonly #store: PlenaryStore;
  readonly #turns = new Turns();
  readonly #watchers = new Set<() => void>();
  #steps: SessionStep[];
  #story: SessionStory;
  #voices: VoiceBook;
  #ballot: Ballot;
  #coverage: Coverage;
  #feed: FeedPlenary | null = null;

  private constructor(session: SessionId, store: PlenaryStore, kept: Kept) {
    this.session = session;
    this.#store = store;
    this.#steps = [...kept.steps];
    this.#story = storyOf(kept.steps);
    this.#voices = new VoiceBook(kept.reactions);
    this.#ballot = new Ballot(kept.votes);
    this.#coverage = new Coverage(kept.visits);
  }

  static async open(session: SessionId, store: PlenaryStore): Promise<SessionHall> {
    return new SessionHall(session, store, await keptOf(session, store));
  }

  /** Has to be called after somebody was erased: what was done and said here is other words in the store than in memory. */
  readAgain(): Promise<void> {
    return this.#turns.take(async () => {
      const { steps, reactions, votes, visits } = await keptOf(this.session, this.#store);
      this.#steps = [...steps];
      this.#story = storyOf(steps);
      this.#voices = new VoiceBook(reactions);
      this.#ballot = new Ballot(votes);
      this.#coverage = new Coverage(visits);
      this.changed();
    });
  }

  get story(): SessionStory {
    return this.#story;
  }

  /** All steps, the oldest first. */
  get steps(): readonly SessionStep[] {
    return this.#steps;
  }

  /** Calls `changed` after anything changed that followers are told. Answers how to stop. */
  subscribe(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  /** Says that followers have something new to be told, be it only because time has passed. */
  changed(): void {
    this.#feed = null;
    for (const changed of this.#watchers) changed();
  }

  /**
   * Does what was asked for, once. Answers the step, the former one where the same id was done before, and
   * null where there was nothing to do.
   * @throws Refusal when the session is gone, or is in another phase than it was taken for
   */
  do(asked: Asked): Promise<SessionStep | null> {
    return this.#turns.take(async () => {
      const known = this.#steps.find(({ id }) => id === asked.id);
      if (known !== undefined) return known;
      const did = asked.decide(this.#story);
      if (did === null || this.#isIdle(asked, did)) return null;
      return this.#append({ id: asked.id, at: asked.at, by: asked.by, did });
    });
  }

  react(reaction: NewReaction): Promise<void> {
    return this.#turns.take(async () => {
      const stored = await this.#store.putReaction(this.session, reaction);
      if (stored === null) throw gone();
      this.#voices.put(stored);
      this.changed();
    });
  }

  takeBack(said: Pick<NewReaction, 'point' | 'seat' | 'kind'>): Promise<void> {
    return this.#turns.take(async () => {
      await this.#store.removeReaction(this.session, said);
      if (this.#voices.remove(said) !== null) this.changed();
    });
  }

  /** @throws Refusal while no vote is open, or for more votes than the seat has */
  vote(votes: SeatVotes): Promise<void> {
    return this.#turns.take(async () => {
      const { vote, findings } = this.#story.plenary;
      if (vote.is !== 'open')
        throw new Refusal(
          'not-now',
          vote.is === 'closed' ? 'The vote is closed.' : 'The vote has not been opened yet.',
        );
      if (!findings.some(({ id }) => id === votes.finding))
        throw new Refusal('not-now', 'This finding was removed. Vote for another one.');
      const limit = { perSeat: vote.perSeat, findings: findings.map(({ id }) => id) };
      const outcome = await this.#store.putVotes(this.session, votes, limit);
      if (outcome.is === 'refused')
        throw outcome.because === 'deleted' ? gone() : tooManyVotes(votes.votes, outcome.left);
      this.#ballot.put(votes);
      this.changed();
    });
  }

  visit(visit: Visit): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#coverage.has(visit) || !(await this.#store.putVisit(this.session, visit))) return;
      this.#coverage.put(visit);
      this.changed();
    });
  }

  /** What one seat said and voted. */
  voicesOf(seat: SeatId): OwnVoices {
    return { reactions: this.#voices.of(seat), ...this.#ballot.of(seat, this.#story.plenary) };
  }

  /** As followers are told it; parts that did not change are the same objects where that is cheap. */
  feed(): FeedPlenary {
    return (this.#feed ??= this.#tell());
  }

  #tell(): FeedPlenary {
    const { plenary, last } = this.#story;
    const { vote } = plenary;
    const isCounted = vote.is === 'closed' || (vote.is === 'open' && vote.live);
    const voices = this.#voices.points();
    return {
      plenary,
      step: last,
      voices,
      votes: isCounted ? this.#ballot.count(plenary) : null,
      voters: this.#ballot.voters(plenary),
      coverage: this.#coverage.of(
        voices.map(({ group }) => group),
        (group) => this.#voices.speakers(group),
      ),
    };
  }

  /** Whether a deed would leave everything as it is, so that it is not worth a step, nor an undo. */
  #isIdle({ id, at, by }: Asked, did: SessionDeed): boolean {
    const before = this.#story;
    const after = storyAfter(before, { number: before.last + 1, id, at, by, did });
    switch (did.is) {
      case 'plenary':
        return isDeepStrictEqual(after.plenary, before.plenary);
      case 'undo':
      case 'redo':
        return isDeepStrictEqual(after.plenarySteps, before.plenarySteps);
      case 'phase':
        return did.from === did.to;
      case 'clock':
        return after.clock === before.clock;
      case 'sign-off':
        return (
          did.card === (before.signOffs.find(({ group }) => group === did.group)?.card ?? null)
        );
      case 'message':
        return did.text === '' && after.messages.length === before.messages.length;
      case 'restored':
        return false;
      default:
        return unreachable(did);
    }
  }

  async #append(step: NewStep): Promise<SessionStep> {
    const outcome = await this.#store.append(this.session, step);
    if (outcome.is === 'refused') throw outcome.because === 'deleted' ? gone() : movedMeanwhile();
    if (outcome.is === 'appended') {
      this.#steps.push(outcome.step);
      this.#story = storyAfter(this.#story, outcome.step);
      this.changed();
    }
    return outcome.step;
  }
}

interface Kept {
  readonly steps: Awaited<ReturnType<PlenaryStore['steps']>>;
  readonly reactions: Awaited<ReturnType<PlenaryStore['reactions']>>;
  readonly votes: Awaited<ReturnType<PlenaryStore['votes']>>;
  readonly visits: Awaited<ReturnType<PlenaryStore['visits']>>;
}

async function keptOf(session: SessionId, store: PlenaryStore): Promise<Kept> {
  return {
    steps: await store.steps(session),
    reactions: await store.reactions(session),
    votes: await store.votes(session),
    visits: await store.visits(session),
  };
}

function gone(): Refusal {
  return new Refusal('not-found', 'This session, or your seat in it, was deleted.');
}

function movedMeanwhile(): Refusal {
  return new Refusal('not-now', 'The phase was moved at the same moment. Look where it is now.');
}

function tooManyVotes(asked: number, left: number): Refusal {
  return new Refusal(
    'bad-input',
    `You gave this finding ${asked} votes and have ${left} for it. Take some back elsewhere first.`,
  );
}
