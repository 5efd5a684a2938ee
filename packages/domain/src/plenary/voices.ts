import type { FindingId, GroupId, PointId, SeatId } from '../ids.ts';

/** What anybody in the room may add to a point: one of each kind per seat, and each can be taken back. */
export const reactionKinds = ['us-too', 'question', 'objection'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface Reaction {
  readonly point: PointId;
  readonly seat: SeatId;
  readonly kind: ReactionKind;
  /** The question or the objection; empty for “us too”. */
  readonly text: string;
}

/** One seat's votes for one finding. */
export interface SeatVotes {
  readonly finding: FindingId;
  readonly seat: SeatId;
  /** 1 or more. */
  readonly votes: number;
}

/** What a room said and voted, counted, where whose voice was whose is not known: it came with an imported record. */
export interface CountedVoices {
  readonly reactions: readonly CountedReactions[];
  readonly votes: readonly { readonly finding: FindingId; readonly votes: number }[];
}

export interface CountedReactions {
  readonly point: PointId;
  readonly usToo: number;
  readonly questions: readonly CountedRemark[];
  readonly objections: readonly CountedRemark[];
}

export interface CountedRemark {
  /** The table that it came from; null when unknown or withheld. */
  readonly group: GroupId | null;
  readonly text: string;
}

/** How many votes each finding has, in all. */
export function countVotes(all: readonly SeatVotes[]): ReadonlyMap<FindingId, number> {
  const counts = new Map<FindingId, number>();
  for (const { finding, votes } of all) counts.set(finding, (counts.get(finding) ?? 0) + votes);
  return counts;
}

/** How many votes a seat still has when each has `perSeat`. */
export function votesLeft(all: readonly SeatVotes[], seat: SeatId, perSeat: number): number {
  const given = all.filter((one) => one.seat === seat).reduce((sum, { votes }) => sum + votes, 0);
  return Math.max(0, perSeat - given);
}
