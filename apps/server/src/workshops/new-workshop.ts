import {
  type Group,
  type Link,
  newId,
  parseGroupId,
  parseLinkId,
  parseWorkshopId,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import { newJoinCode } from '../access/join-code.ts';
import { linkNames } from '../access/workshop-links.ts';

/** Fills bytes with chance. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** What making a workshop takes from outside. */
export interface Making {
  readonly store: WorkshopStore;
  readonly clock: Clock;
  readonly random: Random;
}

/** The most tables that a workshop can have. */
export const mostTables = 60;

/** A new workshop's id, its tables, and its links: the five that it shares, and one for each table. */
export function newTables(
  random: Random,
  count: number,
  names: readonly string[],
): {
  readonly id: WorkshopId;
  readonly groups: readonly Group[];
  readonly links: readonly Link[];
} {
  const id = parseWorkshopId(newId(random));
  const groups = Array.from({ length: count }, (_, index) => ({
    id: parseGroupId(newId(random)),
    workshop: id,
    number: index + 1,
    name: names[index]?.trim() ?? '',
  }));
  return { id, groups, links: newLinks(random, id, groups) };
}

/** The links of a new workshop: the five that it shares, and one for each table. */
export function newLinks(
  random: Random,
  workshop: WorkshopId,
  groups: readonly Group[],
): readonly Link[] {
  const link = (role: Link['role'], group: Group | null): Link => ({
    id: parseLinkId(newId(random)),
    workshop,
    role,
    group: group?.id ?? null,
    generation: 1,
    revokedAt: null,
  });
  return [
    ...Object.values(linkNames).map((role) => link(role, null)),
    ...groups.map((group) => link('participant', group)),
  ];
}

/** A join code that no other workshop of this server has. */
export async function unusedJoinCode({
  store,
  random,
}: Pick<Making, 'store' | 'random'>): Promise<string> {
  for (;;) {
    const code = newJoinCode(random);
    if ((await store.workshopByCode(code)) === null) return code;
  }
}
