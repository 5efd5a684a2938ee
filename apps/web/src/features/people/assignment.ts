import type { Group, GroupId, Move, PeopleView } from '@reportback/domain';

type Person = PeopleView['people'][number];

/** A number from 0 up to, not including, 1. */
export type Chance = () => number;

/**
 * Shares people out over the tables, as evenly as it goes. People who sit at a table already and are not among
 * `people` count where they sit.
 * @param people whom to place
 * @param everybody all people of the workshop
 * @returns the moves to make; whoever stays where they are is not among them
 */
export function shareOut(
  { people, everybody, groups }: SharedOut,
  chance: Chance,
): readonly Move[] {
  return place(shuffled(people, chance), { people, everybody, groups }, () => '');
}

/** As {@link shareOut}, and people of one affiliation are spread over as many tables as it goes. */
export function shareOutBalanced(shared: SharedOut, chance: Chance): readonly Move[] {
  const byAffiliation = Map.groupBy(shuffled(shared.people, chance), affiliationOf);
  // The largest first: whoever comes later has less choice, and needs less.
  const inOrder = [...byAffiliation.values()].sort((one, other) => other.length - one.length);
  return place(inOrder.flat(), shared, affiliationOf);
}

export interface SharedOut {
  readonly people: readonly Person[];
  readonly everybody: readonly Person[];
  readonly groups: readonly Group[];
}

/** A table while people are being placed. */
interface Filling {
  readonly id: GroupId;
  size: number;
  /** How many sit there, by what they are alike in. */
  readonly alike: Map<string, number>;
}

/**
 * Gives each the table with the fewest who are like them, and of those the emptiest. It looks at each table once for a person, as
 * there can be thousands.
 * @param likeness what makes people alike; who has none is like nobody else
 */
function place(
  inOrder: readonly Person[],
  { people, everybody, groups }: SharedOut,
  likeness: (person: Person) => string,
): readonly Move[] {
  const moving = new Set(people.map(({ id }) => id));
  const tables = new Map<GroupId, Filling>(
    groups.map(({ id }) => [id, { id, size: 0, alike: new Map() }]),
  );
  const seat = (table: Filling | undefined, like: string) => {
    if (table === undefined) return;
    table.size += 1;
    table.alike.set(like, (table.alike.get(like) ?? 0) + 1);
  };
  for (const person of everybody)
    if (person.group !== null && !moving.has(person.id))
      seat(tables.get(person.group), likeness(person));
  const total = [...tables.values()].reduce((sum, { size }) => sum + size, inOrder.length);
  const most = Math.ceil(total / Math.max(1, tables.size));
  return inOrder.flatMap((person) => {
    const like = likeness(person);
    const best = bestOf(tables.values(), like, most);
    if (best === null) return [];
    seat(best, like);
    return best.id === person.group ? [] : [{ seat: person.id, from: person.group, to: best.id }];
  });
}

/** The first of the best tables that are not full; null where all are. */
function bestOf(tables: Iterable<Filling>, like: string, most: number): Filling | null {
  let best: Filling | null = null;
  let fewest = 0;
  for (const table of tables) {
    if (table.size >= most) continue;
    const alike = like === '' ? 0 : (table.alike.get(like) ?? 0);
    if (best !== null && (alike > fewest || (alike === fewest && table.size >= best.size)))
      continue;
    best = table;
    fewest = alike;
  }
  return best;
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one === undefined || two === undefined) continue;
    mixed[last] = two;
    mixed[other] = one;
  }
  return mixed;
}

function affiliationOf({ affiliation }: Person): string {
  return affiliation.normalize('NFKC').toLocaleLowerCase('en');
}
