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
  return place(shuffled(people, chance), { people, everybody, groups }, () => 0);
}

/** As {@link shareOut}, and people of one affiliation are spread over as many tables as it goes. */
export function shareOutBalanced(shared: SharedOut, chance: Chance): readonly Move[] {
  const byAffiliation = Map.groupBy(shuffled(shared.people, chance), affiliationOf);
  // The largest first: whoever comes later has less choice, and needs less.
  const inOrder = [...byAffiliation.values()].sort((one, other) => other.length - one.length);
  return place(
    inOrder.flat(),
    shared,
    (person, seated) => seated.filter((each) => sameAffiliation(each, person)).length,
  );
}

export interface SharedOut {
  readonly people: readonly Person[];
  readonly everybody: readonly Person[];
  readonly groups: readonly Group[];
}

/** Gives each the table with the least of `likeness`, and of those the emptiest. */
function place(
  inOrder: readonly Person[],
  { people, everybody, groups }: SharedOut,
  likeness: (person: Person, seated: readonly Person[]) => number,
): readonly Move[] {
  const moving = new Set(people.map(({ id }) => id));
  const tables = new Map<GroupId, Person[]>(
    groups.map(({ id }) => [
      id,
      everybody.filter((each) => each.group === id && !moving.has(each.id)),
    ]),
  );
  const total = [...tables.values()].reduce((sum, { length }) => sum + length, inOrder.length);
  const most = Math.ceil(total / Math.max(1, tables.size));
  return inOrder.flatMap((person) => {
    const open = [...tables].filter(([, seated]) => seated.length < most);
    const [best] = open
      .map(([id, seated]) => ({ id, alike: likeness(person, seated), size: seated.length }))
      .sort((one, other) => one.alike - other.alike || one.size - other.size);
    if (best === undefined) return [];
    tables.get(best.id)?.push(person);
    return best.id === person.group ? [] : [{ seat: person.id, from: person.group, to: best.id }];
  });
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

/** Whoever names none is like nobody else. */
function sameAffiliation(one: Person, other: Person): boolean {
  return one.affiliation !== '' && affiliationOf(one) === affiliationOf(other);
}

function affiliationOf({ affiliation }: Person): string {
  return affiliation.normalize('NFKC').toLocaleLowerCase('en');
}
