import {
  type BoardCard,
  type FeedMessage,
  type FeedPlenary,
  type FeedPosition,
  type FeedSession,
  feedPlenaryAfter,
  type GroupId,
} from '@reportback/domain';

/** One session's cards as this page has been told them. */
export interface Board {
  /** Up to where; said again on coming back, to be told only what was missed. */
  readonly at: FeedPosition;
  readonly session: FeedSession;
  /** In the order of their tables. */
  readonly cards: readonly BoardCard[];
  readonly plenary: FeedPlenary;
  /** How often a table's words changed while this page followed; absent means never. Pages mark a change by it. */
  readonly changes: ReadonlyMap<GroupId, number>;
}

/** A message that says something about the board. */
export type BoardMessage = Extract<FeedMessage, { is: 'snapshot' | 'changes' }>;

/**
 * The board after a message. Cards that a message does not change stay the same objects.
 * @param before null before the first snapshot
 * @throws when changes come before any snapshot: the server breaks its promise then
 */
export function boardAfter(before: Board | null, message: BoardMessage): Board {
  const told = message.cards ?? [];
  if (before === null) {
    if (message.is === 'changes') throw new Error('The board feed began with changes.');
    const { at, session, plenary } = message;
    return { at, session, cards: told, plenary, changes: new Map() };
  }
  const known = new Map(before.cards.map((card) => [card.group, card]));
  const changes = new Map(before.changes);
  const fresh = told.map((card) => {
    const old = known.get(card.group);
    if (old !== undefined && saysTheSame(old, card)) return isSame(old, card) ? old : card;
    changes.set(card.group, (changes.get(card.group) ?? 0) + 1);
    return card;
  });
  return {
    at: message.at,
    session: message.session ?? before.session,
    cards: message.is === 'snapshot' ? fresh : merged(before.cards, fresh),
    plenary: message.is === 'snapshot' ? message.plenary : plenaryAfter(before.plenary, message),
    changes,
  };
}

function plenaryAfter(
  before: FeedPlenary,
  { plenary }: Extract<FeedMessage, { is: 'changes' }>,
): FeedPlenary {
  return plenary === undefined ? before : feedPlenaryAfter(before, plenary);
}

function merged(cards: readonly BoardCard[], fresh: readonly BoardCard[]): readonly BoardCard[] {
  if (fresh.length === 0) return cards;
  const all = new Map([...cards, ...fresh].map((card) => [card.group, card]));
  return [...all.values()].sort((a, b) => a.number - b.number);
}

/** Whether two cards of a table read alike; who has the table open is not part of what it says. */
function saysTheSame(a: BoardCard, b: BoardCard): boolean {
  return (
    a.headline === b.headline &&
    a.ask === b.ask &&
    a.dissent === b.dissent &&
    a.reporter === b.reporter &&
    a.state === b.state &&
    a.points.length === b.points.length &&
    a.points.every((point, place) => {
      const other = b.points[place];
      return other !== undefined && point.id === other.id && point.text === other.text;
    })
  );
}

function isSame(a: BoardCard, b: BoardCard): boolean {
  return (
    a.people === b.people &&
    a.signedOff === b.signedOff &&
    a.name === b.name &&
    a.number === b.number
  );
}
