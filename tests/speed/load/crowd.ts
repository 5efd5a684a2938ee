import { setTimeout as wait } from 'node:timers/promises';
import { Stopwatch } from './arrivals.ts';
import type { Dialect, Door } from './job.ts';
import { Person } from './person.ts';

/** How long a crowd may take to come, or to have heard everything, in milliseconds. */
const patience = 60_000;

/** At most so many knock at the same time. */
const atOnce = 50;

/** Everybody whom one load process plays. */
export class Crowd {
  readonly watch: Stopwatch = new Stopwatch();
  readonly savedDelays: number[] = [];
  readonly people: Person[] = [];

  /** Lets people in, and resolves when all of them have their documents. */
  async enter(dialect: Dialect, doors: readonly Door[]): Promise<readonly Person[]> {
    const came = doors.map((door) => new Person(door, dialect, this.watch, this.savedDelays));
    this.people.push(...came);
    for (let next = 0; next < came.length; next += atOnce) {
      const group = came.slice(next, next + atOnce);
      for (const person of group) person.connect();
      await until('everybody is in', () => group.every(({ isSynced }) => isSynced));
    }
    return came;
  }

  /** The people of each document. */
  get rooms(): readonly (readonly Person[])[] {
    return [...Map.groupBy(this.people, ({ door }) => door.room).values()];
  }

  /** Resolves when everybody has heard what everybody in the same document wrote. */
  async quiet(): Promise<void> {
    for (const room of this.rooms) {
      const writers = room.filter(({ clock }) => clock > 0);
      await until('everybody heard everything', () => {
        this.checkNoTrouble(room);
        return room.every(
          (person) => person.isSaved && writers.every((writer) => person.hasHeard(writer)),
        );
      });
    }
  }

  /** @throws when somebody was sent away or refused */
  checkNoTrouble(people: readonly Person[]): void {
    for (const { trouble } of people) if (trouble !== null) throw new Error(trouble);
  }

  /** @returns how many characters stand in all documents. @throws when two people have different ones */
  checkConverged(): number {
    let characters = 0;
    for (const room of this.rooms) {
      const texts = room.map((person) => person.content().getXmlFragment('note').toString());
      const [text = ''] = texts;
      if (texts.some((other) => other !== text))
        throw new Error(`${room[0]?.door.room}: not everybody has the same text.`);
      characters += text.match(/x(?![^<]*>)/g)?.length ?? 0;
    }
    return characters;
  }
}

/** Waits for a condition, for so many milliseconds. @throws when it takes longer */
export async function until(
  what: string,
  condition: () => boolean,
  atMost: number = patience,
): Promise<void> {
  const deadline = performance.now() + atMost;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await wait(5);
  }
}
