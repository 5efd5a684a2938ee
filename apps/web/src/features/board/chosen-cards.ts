import type { BoardCard, GroupId, Presentation } from '@reportback/domain';
import { turnOf } from '../../app/turn.ts';

/** Which tables the laptop's board shows. */
export const filters = ['all', 'empty', 'writing', 'ready', 'headless', 'unheard'] as const;
export type Filter = (typeof filters)[number];

/** In which order. */
export const orders = ['table', 'readiness', 'speaking'] as const;
export type Order = (typeof orders)[number];

export function passes(card: BoardCard, filter: Filter, presentation: Presentation): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'headless':
      return card.headline === '';
    case 'unheard':
      return turnOf(presentation, card.group) === null;
    default:
      return card.state === filter;
  }
}

/** Whether every word stands somewhere on the card, in whatever case. @param words empty for any card */
export function mentions(card: BoardCard, words: string): boolean {
  const said = [
    `${card.number}`,
    card.name,
    card.headline,
    ...card.points.map(({ text }) => text),
    card.ask,
    card.dissent,
    card.reporter ?? '',
  ]
    .join(' ')
    .toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The cards in an order that was taken down earlier; those that it does not know stand behind. */
export function inOrder(
  cards: readonly BoardCard[],
  order: readonly GroupId[],
): readonly BoardCard[] {
  const place = new Map(order.map((group, index) => [group, index]));
  const placeOf = ({ group }: BoardCard) => place.get(group) ?? order.length;
  return cards.toSorted((a, b) => placeOf(a) - placeOf(b));
}
