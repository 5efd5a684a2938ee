import type { CardCoverage, GroupId, SeatId, Visit } from '@reportback/domain';

/** Who has looked at which card. */
export class Coverage {
  readonly #visitors = new Map<GroupId, Set<SeatId>>();

  constructor(visits: readonly Visit[]) {
    for (const visit of visits) this.put(visit);
  }

  put({ group, seat }: Visit): void {
    const visitors = this.#visitors.get(group) ?? new Set();
    this.#visitors.set(group, visitors.add(seat));
  }

  has({ group, seat }: Visit): boolean {
    return this.#visitors.get(group)?.has(seat) ?? false;
  }

  /** @param spokenOf the tables that something was said about; @param speakers how many said it */
  of(spokenOf: Iterable<GroupId>, speakers: (group: GroupId) => number): readonly CardCoverage[] {
    return [...new Set([...this.#visitors.keys(), ...spokenOf])].map((group) => ({
      group,
      visitors: this.#visitors.get(group)?.size ?? 0,
      speakers: speakers(group),
    }));
  }
}
