import type { BoardCard, CheckedCard } from '@reportback/domain';

/** How far a table's card in a session is from being printed. */
export type Completeness =
  | { readonly is: 'signed-off' }
  | { readonly is: 'ready' }
  | { readonly is: 'complete' }
  | { readonly is: 'gaps'; readonly missing: readonly string[] }
  | { readonly is: 'empty' };

/**
 * Signed off and ready count as complete, gaps or not: the table said that this is what it brings.
 * @param checked what the board does not tell: notes and people; null while it is unknown
 */
export function completenessOf(
  card: BoardCard,
  checked: Pick<CheckedCard, 'missing'> | null = null,
): Completeness {
  if (card.state === 'empty') return { is: 'empty' };
  if (card.signedOff === 'yes') return { is: 'signed-off' };
  if (card.state === 'ready') return { is: 'ready' };
  const missing = [
    ...(checked?.missing.includes('note') ? ['note'] : []),
    ...(card.headline === '' ? ['headline'] : []),
    ...(card.points.length === 0 ? ['points'] : []),
    ...(card.reporter === null ? ['reporter'] : []),
    ...(checked?.missing.includes('people') ? ['list of people'] : []),
  ];
  return missing.length === 0 ? { is: 'complete' } : { is: 'gaps', missing };
}

/** “No headline, points or reporter”. */
export function gapsInWords(missing: readonly string[]): string {
  const last = missing.at(-1) ?? '';
  const first = missing.slice(0, -1).join(', ');
  return `No ${first === '' ? last : `${first} or ${last}`}`;
}

/**
 * “17 of 24 cards are complete”, and what that leaves.
 * @param isFrozen whether nobody can fill a gap any more
 */
export function summary(
  all: readonly Completeness[],
  isFrozen = false,
): {
  readonly title: string;
  readonly rest: string;
} {
  const count = (is: Completeness['is']) => all.filter((each) => each.is === is).length;
  const gaps = count('gaps');
  const empty = count('empty');
  return {
    title: `${count('signed-off') + count('ready') + count('complete')} of ${all.length} cards are complete`,
    rest: [
      gaps === 0
        ? ''
        : `${gaps} ${gaps === 1 ? 'has' : 'have'} gaps${isFrozen ? '' : ' that people can still fill'}.`,
      empty === 0 ? '' : `${empty} ${empty === 1 ? 'is' : 'are'} empty and will be named as empty.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** “5 people”, and how many of them do not want to be named. */
export function peopleInWords({
  people,
  consented,
}: Pick<CheckedCard, 'people' | 'consented'>): string {
  const unnamed = people - consented;
  const all = people === 1 ? '1 person' : `${people} people`;
  return unnamed === 0 ? all : `${all}, ${unnamed} not named`;
}
