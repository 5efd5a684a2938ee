import type { BoardCard } from '@reportback/domain';

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

/** How a table stands, in one or two words: told apart without colour. */
export function stateWord(card: Pick<BoardCard, 'state' | 'people'>): string {
  switch (card.state) {
    case 'ready':
      return 'Ready';
    case 'writing':
      return 'Writing';
    case 'empty':
      return card.people === 0
        ? 'Nobody here yet'
        : `${count(card.people, 'person', 'people')} here`;
  }
}

/** {@link stateWord} and how many points there are: “Ready, 3 points”. */
export function stateAndPoints(card: Pick<BoardCard, 'state' | 'people' | 'points'>): string {
  return card.state === 'empty' || card.points.length === 0
    ? stateWord(card)
    : `${stateWord(card)}, ${pointCount(card)}`;
}

export function pointCount(card: Pick<BoardCard, 'points'>): string {
  return count(card.points.length, 'point', 'points');
}

/** What stands in a headline's place while there is none. */
export function noHeadline(card: Pick<BoardCard, 'state'>): string {
  return card.state === 'empty' ? 'Nothing written yet' : 'No headline yet';
}
