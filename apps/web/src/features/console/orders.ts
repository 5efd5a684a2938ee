import type { BoardCard, GroupId } from '@reportback/domain';

const rank: Readonly<Record<BoardCard['state'], number>> = { ready: 0, writing: 1, empty: 2 };

/** Tables that said they are done first, then those that wrote something; else as they stood. */
export function byReadiness(cards: readonly Pick<BoardCard, 'group' | 'state'>[]): GroupId[] {
  return cards.toSorted((a, b) => rank[a.state] - rank[b.state]).map(({ group }) => group);
}

/**
 * Any order, each as likely as another (Fisher and Yates).
 * @param chance from 0 to below 1
 */
export function byLot(cards: readonly Pick<BoardCard, 'group'>[], chance: () => number): GroupId[] {
  const left = cards.map(({ group }) => group);
  const drawn: GroupId[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(chance() * left.length), 1));
  return drawn;
}
