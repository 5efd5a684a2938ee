import {
  type CountedVoices,
  countVotes,
  type FindingId,
  type PointId,
  type Reaction,
  type Seat,
  type SeatVotes,
  unreachable,
} from '@reportback/domain';
import type { PointReactions, Remark } from './record.ts';

/** What people in the room said and voted, counted: a record never tells whose voice was whose. */
export interface Voices {
  readonly reactions: readonly PointReactions[];
  readonly votes: ReadonlyMap<FindingId, number>;
}

export const noVoices: Voices = { reactions: [], votes: new Map() };

/** Both together: those of this server's seats, and those that came with an import. */
export function withCounted({ reactions, votes }: Voices, counted: CountedVoices): Voices {
  const known = new Map(reactions.map((each) => [each.point, each]));
  for (const more of counted.reactions) {
    const own = known.get(more.point);
    known.set(more.point, {
      point: more.point,
      usToo: (own?.usToo ?? 0) + more.usToo,
      questions: [...(own?.questions ?? []), ...more.questions],
      objections: [...(own?.objections ?? []), ...more.objections],
    });
  }
  const all = new Map(votes);
  for (const { finding, votes: more } of counted.votes)
    all.set(finding, (all.get(finding) ?? 0) + more);
  return { reactions: [...known.values()], votes: all };
}

/** Counts one session's reactions and votes; a question or an objection keeps the table that it came from. */
export function gatherVoices(
  reactions: readonly Reaction[],
  votes: readonly SeatVotes[],
  seats: readonly Seat[],
): Voices {
  const tables = new Map(seats.map((seat) => [seat.id, seat.group]));
  const byPoint = new Map<
    PointId,
    { usToo: number; readonly questions: Remark[]; readonly objections: Remark[] }
  >();
  for (const { point, seat, kind, text } of reactions) {
    const gathered = byPoint.get(point) ?? { usToo: 0, questions: [], objections: [] };
    byPoint.set(point, gathered);
    const remark: Remark = { group: tables.get(seat) ?? null, text };
    switch (kind) {
      case 'us-too':
        gathered.usToo += 1;
        break;
      case 'question':
        gathered.questions.push(remark);
        break;
      case 'objection':
        gathered.objections.push(remark);
        break;
      default:
        unreachable(kind);
    }
  }
  return {
    reactions: [...byPoint].map(([point, gathered]) => ({ point, ...gathered })),
    votes: countVotes(votes),
  };
}
