import type { BoardCard, GroupId, Presentation } from '@reportback/domain';

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

/**
 * An order as it can still be followed: who was heard stays in front, as they were heard, and who is on the screen
 * behind them; so that nobody who waits is moved to where the report-back has been already.
 */
export function behindTheHeard(
  order: readonly GroupId[],
  { heard, spotlight }: Pick<Presentation, 'heard' | 'spotlight'>,
): GroupId[] {
  const done = heard.filter((group) => group !== spotlight?.group && order.includes(group));
  const now = order.filter((group) => group === spotlight?.group);
  const past = [...done, ...now];
  return [...past, ...order.filter((group) => !past.includes(group))];
}
