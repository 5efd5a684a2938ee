import type {
  FindingId,
  FindingVotes,
  OwnVoices,
  Plenary,
  SeatId,
  SeatVotes,
} from '@reportback/domain';

/** The votes of a session, at hand for counting. */
export class Ballot {
  readonly #seats = new Map<SeatId, Map<FindingId, number>>();

  constructor(all: readonly SeatVotes[]) {
    for (const votes of all) this.put(votes);
  }

  /** Instead of the seat's votes for that finding before; 0 takes them back. */
  put({ seat, finding, votes }: SeatVotes): void {
    const own = this.#seats.get(seat) ?? new Map<FindingId, number>();
    this.#seats.set(seat, own);
    if (votes === 0) own.delete(finding);
    else own.set(finding, votes);
  }

  /** The votes of each finding that has any, in the order of the findings. */
  count({ findings }: Plenary): readonly FindingVotes[] {
    return findings
      .map(({ id }) => ({ finding: id, votes: sum(this.#seats.values(), id) }))
      .filter(({ votes }) => votes > 0);
  }

  /** How many seats have voted for a finding that still stands. */
  voters({ findings }: Plenary): number {
    return [...this.#seats.values()].filter((own) => findings.some(({ id }) => own.has(id))).length;
  }

  /** One seat's votes, and how many it has left; null before the vote. */
  of(seat: SeatId, { findings, vote }: Plenary): Pick<OwnVoices, 'votes' | 'votesLeft'> {
    const own = this.#seats.get(seat) ?? new Map<FindingId, number>();
    const votes = findings.flatMap(({ id }) => {
      const given = own.get(id);
      return given === undefined ? [] : [{ finding: id, votes: given }];
    });
    if (vote.is === 'not-yet') return { votes, votesLeft: null };
    const given = votes.reduce((all, one) => all + one.votes, 0);
    return { votes, votesLeft: Math.max(0, vote.perSeat - given) };
  }
}

function sum(seats: Iterable<ReadonlyMap<FindingId, number>>, finding: FindingId): number {
  let all = 0;
  for (const own of seats) all += own.get(finding) ?? 0;
  return all;
}
