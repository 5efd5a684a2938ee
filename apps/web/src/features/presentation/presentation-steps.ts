import {
  type AskedCommand,
  type BoardCard,
  type Presentation,
  speakingOrder,
} from '@reportback/domain';

type Card = Pick<BoardCard, 'group' | 'number' | 'points' | 'ask' | 'dissent'>;

/** How many steps a card is shown in after its headline: its points, then ask and dissent together. */
export function stepsOf({ points, ask, dissent }: Omit<Card, 'group' | 'number'>): number {
  return points.length + (ask === '' && dissent === '' ? 0 : 1);
}

/** The cards in the order in which they speak. */
export function inSpeakingOrder<Each extends Card>(
  presentation: Presentation,
  cards: readonly Each[],
): readonly Each[] {
  const known = new Map(cards.map((card) => [card.group, card]));
  return speakingOrder(
    presentation,
    cards.map(({ group, number }) => ({ id: group, number })),
  ).flatMap((group) => known.get(group) ?? []);
}

/**
 * The tables that are still to speak, as they will: those behind the one on the screen, then those before it that
 * were passed over.
 */
export function turnsToCome<Each extends Card>(
  presentation: Presentation,
  cards: readonly Each[],
): readonly Each[] {
  const { spotlight, heard } = presentation;
  const order = inSpeakingOrder(presentation, cards);
  const now = order.findIndex(({ group }) => group === spotlight?.group);
  return [...order.slice(now + 1), ...order.slice(0, now + 1)].filter(
    ({ group }) => group !== spotlight?.group && !heard.includes(group),
  );
}

/** The table that speaks next; null when every table has been heard or is on the screen. */
export function nextToSpeak<Each extends Card>(
  presentation: Presentation,
  cards: readonly Each[],
): Each | null {
  return turnsToCome(presentation, cards)[0] ?? null;
}

/** What “on” asks for: the next step of the card, the next table, or the end; nothing after that. */
export function forward(
  presentation: Presentation,
  cards: readonly Card[],
): readonly AskedCommand[] {
  const { spotlight } = presentation;
  const card = cards.find(({ group }) => group === spotlight?.group);
  if (spotlight && card && spotlight.shown < stepsOf(card))
    return [{ is: 'show-points', group: card.group, shown: spotlight.shown + 1 }];
  const next = nextToSpeak(presentation, cards);
  if (next) return [{ is: 'present', group: next.group }];
  return spotlight ? [{ is: 'end-presentation' }] : [];
}

/** What “back” asks for: one step less of the card, or the table before it again, as not heard yet. */
export function backward(
  presentation: Presentation,
  cards: readonly Card[],
): readonly AskedCommand[] {
  const { spotlight, heard } = presentation;
  const card = cards.find(({ group }) => group === spotlight?.group);
  if (spotlight && card && spotlight.shown > 0)
    return [
      {
        is: 'show-points',
        group: card.group,
        shown: Math.min(spotlight.shown, stepsOf(card)) - 1,
      },
    ];
  const before = heard.findLast((group) => group !== spotlight?.group);
  return before === undefined ? [] : [{ is: 'present-again', group: before }];
}

/** What the whole card on the screen asks for. */
export function all(presentation: Presentation, cards: readonly Card[]): readonly AskedCommand[] {
  const card = cards.find(({ group }) => group === presentation.spotlight?.group);
  return card ? [{ is: 'show-points', group: card.group, shown: stepsOf(card) }] : [];
}
