import {
  type GroupId,
  type NewReaction,
  type OwnVoices,
  type PointId,
  type PointVoices,
  type SeatId,
  type StoredReaction,
  unreachable,
} from '@reportback/domain';

interface Entry {
  readonly group: GroupId;
  readonly reactions: Map<number, StoredReaction>;
  /** As it was told last; null since it changed. */
  told: PointVoices | null;
}

/** What the room says about a session's points, at hand for telling it. */
export class VoiceBook {
  readonly #points = new Map<PointId, Entry>();

  /** @param reactions all that are kept, the oldest first */
  constructor(reactions: readonly StoredReaction[]) {
    for (const reaction of reactions) this.put(reaction);
  }

  put(reaction: StoredReaction): void {
    const { point, group, number } = reaction;
    const entry: Entry = this.#points.get(point) ?? { group, reactions: new Map(), told: null };
    entry.reactions.set(number, reaction);
    entry.told = null;
    this.#points.set(point, entry);
  }

  /** Answers the table that it was said about, or null when it was not said. */
  remove({ point, seat, kind }: Pick<NewReaction, 'point' | 'seat' | 'kind'>): GroupId | null {
    const entry = this.#points.get(point);
    const found = [...(entry?.reactions.values() ?? [])].find(
      (one) => one.seat === seat && one.kind === kind,
    );
    if (entry === undefined || found === undefined) return null;
    entry.reactions.delete(found.number);
    entry.told = null;
    return entry.group;
  }

  /**
   * Every point that anything was ever said about since the book was opened; one about which all was taken
   * back stands there with nothing, so that followers hear of it. Unchanged points are the same objects.
   */
  points(): readonly PointVoices[] {
    return [...this.#points].map(([point, entry]) => (entry.told ??= told(point, entry)));
  }

  /** How many seats said something about a table's points. */
  speakers(group: GroupId): number {
    const entries = [...this.#points.values()].filter((entry) => entry.group === group);
    return new Set(entries.flatMap(({ reactions }) => [...reactions.values()].map((r) => r.seat)))
      .size;
  }

  /** What one seat said. */
  of(seat: SeatId): OwnVoices['reactions'] {
    return [...this.#points.values()]
      .flatMap(({ reactions }) => [...reactions.values()])
      .filter((reaction) => reaction.seat === seat)
      .map(({ point, kind, text }) => ({ point, kind, text }));
  }
}

function told(point: PointId, { group, reactions }: Entry): PointVoices {
  let usToo = 0;
  const questions: { id: string; text: string }[] = [];
  const objections: { id: string; text: string }[] = [];
  for (const { number, kind, text } of reactions.values()) {
    const remark = { id: `r${number}`, text };
    switch (kind) {
      case 'us-too':
        usToo += 1;
        break;
      case 'question':
        questions.push(remark);
        break;
      case 'objection':
        objections.push(remark);
        break;
      default:
        unreachable(kind);
    }
  }
  return { point, group, usToo, questions, objections };
}
