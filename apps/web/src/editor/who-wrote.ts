import type { WritersView } from '@reportback/domain';
import type { Loadable } from '../app/answer.ts';

/** What one Yjs client wrote of a block, in characters. */
export interface BlockShare {
  readonly client: number;
  readonly characters: number;
}

/** “Ada 80 %, you 20 %”, or why that cannot be said. */
export function whoWrote(shares: readonly BlockShare[], known: Loadable<WritersView>): string {
  switch (known.is) {
    case 'loading':
      return 'Asking who wrote this…';
    case 'silent':
      return 'Who wrote this is the server’s to say, and it does not answer now.';
    case 'refused':
      return known.problem;
    case 'answer':
      return known.value.writers === null
        ? 'In this workshop it is not said who wrote what.'
        : namesOf(shares, known.value.writers);
  }
}

/** Devices of one person count together, and so do all who are not named. */
function namesOf(
  shares: readonly BlockShare[],
  writers: NonNullable<WritersView['writers']>,
): string {
  const total = shares.reduce((sum, { characters }) => sum + characters, 0);
  if (total === 0) return 'Nothing is written here yet.';
  const people = new Map<string, { name: string; characters: number }>();
  for (const { client, characters } of shares) {
    const writer = writers.find((each) => each.client === client);
    const name = writer?.name ?? 'somebody';
    const key = writer?.name ? (writer.seat ?? name) : name;
    const before = people.get(key)?.characters ?? 0;
    people.set(key, { name, characters: before + characters });
  }
  const all = [...people.values()].sort((one, other) => other.characters - one.characters);
  const [only] = all;
  if (all.length === 1 && only) return `Written by ${only.name}.`;
  const others = all.slice(1).map(({ characters }) => percent(characters, total));
  const most = 100 - others.reduce((sum, each) => sum + each, 0);
  const parts = all.map(({ name }, index) => `${name} ${[most, ...others][index]} %`);
  return `Written by ${parts.join(', ')}.`;
}

/** Of those who wrote the least, still 1. */
function percent(characters: number, total: number): number {
  return Math.max(1, Math.round((100 * characters) / total));
}
