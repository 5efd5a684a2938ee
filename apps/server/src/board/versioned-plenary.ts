import {
  type CardCoverage,
  type FeedPlenary,
  type FeedPlenaryChanges,
  isSaid,
  type PointVoices,
} from '@reportback/domain';
import { changedSince, taken, takenList, type Versioned, valuesOf } from './versioned.ts';

/** A session's plenary as it is now, each part with the version in which it changed. */
export class VersionedPlenary {
  #plenary: Versioned<FeedPlenary['plenary']>;
  #step: Versioned<number>;
  #votes: Versioned<FeedPlenary['votes']>;
  #voters: Versioned<number>;
  #voices: readonly Versioned<PointVoices>[];
  #coverage: readonly Versioned<CardCoverage>[];

  constructor({ plenary, step, votes, voters, voices, coverage }: FeedPlenary, version: number) {
    this.#plenary = taken(plenary, undefined, version);
    this.#step = taken(step, undefined, version);
    this.#votes = taken(votes, undefined, version);
    this.#voters = taken(voters, undefined, version);
    this.#voices = takenList(voices, [], pointOf, version);
    this.#coverage = takenList(coverage, [], groupOf, version);
  }

  /** Takes the plenary as it is now. */
  take({ plenary, step, votes, voters, voices, coverage }: FeedPlenary, version: number): void {
    this.#plenary = taken(plenary, this.#plenary, version);
    this.#step = taken(step, this.#step, version);
    this.#votes = taken(votes, this.#votes, version);
    this.#voters = taken(voters, this.#voters, version);
    this.#voices = takenList(voices, this.#voices, pointOf, version);
    this.#coverage = takenList(coverage, this.#coverage, groupOf, version);
  }

  /** The version in which anything changed last. */
  get changedIn(): number {
    const parts = [
      this.#plenary,
      this.#step,
      this.#votes,
      this.#voters,
      ...this.#voices,
      ...this.#coverage,
    ];
    return parts.reduce((latest, { changedIn }) => Math.max(latest, changedIn), 0);
  }

  /** @param isShown whether somebody may see the card that a point is on */
  whole(isShown: (voices: PointVoices) => boolean): FeedPlenary {
    return {
      plenary: this.#plenary.value,
      step: this.#step.value,
      votes: this.#votes.value,
      voters: this.#voters.value,
      voices: valuesOf(this.#voices).filter((voices) => isSaid(voices) && isShown(voices)),
      coverage: valuesOf(this.#coverage),
    };
  }

  /** What differs since a version; null for nothing. @param isShown as in {@link whole} */
  since(version: number, isShown: (voices: PointVoices) => boolean): FeedPlenaryChanges | null {
    const voices = changedSince(this.#voices, version).filter(isShown);
    const coverage = changedSince(this.#coverage, version);
    const changes: FeedPlenaryChanges = {
      ...(this.#plenary.changedIn > version && { plenary: this.#plenary.value }),
      ...(this.#step.changedIn > version && { step: this.#step.value }),
      ...(this.#votes.changedIn > version && { votes: this.#votes.value }),
      ...(this.#voters.changedIn > version && { voters: this.#voters.value }),
      ...(voices.length > 0 && { voices }),
      ...(coverage.length > 0 && { coverage }),
    };
    return Object.keys(changes).length === 0 ? null : changes;
  }
}

const pointOf = ({ point }: PointVoices): string => point;
const groupOf = ({ group }: CardCoverage): string => group;
