import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@reportback/sync/testing';
import { LoadClient, wordsIn } from '../language/load-client.ts';
import type { Door } from '../language/rooms-server-process.ts';
import type { Findings } from '../language/suite.ts';

const people = 12;

/** How a life of the server is filled: how many write, how often each, and for how long at most. */
const paces = [
  // Letters as people type them.
  { writers: 4, every: 100, most: 600, at: 1 },
  // About 800 updates a second.
  { writers: people, every: 15, most: 500, at: 1 },
  // A whole afternoon offline at once.
  { writers: 3, every: 40, most: 250, at: 60 },
  // A kill while people come in.
  { writers: people, every: 15, most: 30, at: 1 },
  // Long enough for the quiet in which the log is emptied.
  { writers: 2, every: 1_500, most: 4_500, at: 1 },
] as const;
const chances = [0.35, 0.3, 0.15, 0.15, 0.05] as const;

/** A life's load. */
export interface Load {
  /** Resolves at the random moment at which something is to happen. */
  until(random: Random): Promise<void>;
  /** Resolves when nobody writes any more because everybody's connection has ended. */
  readonly ended: Promise<void>;
  /** How fast they wrote. */
  readonly perSecond: number;
}

/** The people who write one document. */
export class Crowd {
  readonly clients: readonly LoadClient[];
  readonly #door: (author: string) => Promise<Door>;
  #rests = false;

  constructor(door: (author: string) => Promise<Door>) {
    this.clients = Array.from({ length: people }, (_, n) => new LoadClient(`writer${n}`));
    this.#door = door;
  }

  /** Everybody comes, and some begin to write at once. */
  write(random: Random): Load {
    const pace = paces[pickIndex(random)] ?? paces[0];
    const writers = this.clients.slice(0, pace.writers);
    let typed = 0;
    let begun = 0;
    const writing = writers.map(async (client) => {
      await client.connect(await this.#door(client.name));
      begun ||= performance.now();
      while (client.isConnected) {
        if (this.#rests) {
          await sleep(5);
          continue;
        }
        for (let n = 0; n < pace.at; n++, typed++) client.type();
        await sleep(pace.every * (0.5 + random.fraction()));
      }
    });
    let stopped = 0;
    return {
      async until() {
        await sleep(random.fraction() * pace.most + 5);
        stopped = performance.now();
      },
      ended: Promise.all(writing).then(() => {}),
      get perSecond() {
        return begun > 0 && stopped - begun > 200 ? (typed / (stopped - begun)) * 1000 : 0;
      },
    };
  }

  /** Nobody types until `goOn`. */
  rest(): void {
    this.#rests = true;
  }

  goOn(): void {
    this.#rests = false;
  }

  /** Notes what is missing of what was called saved, and of what somebody else has seen. */
  compare(words: ReadonlySet<string>, findings: Findings): void {
    const { saved } = this;
    const seen = new Set(this.clients.flatMap((client) => [...client.seen]));
    for (const [what, promised] of [
      ['called saved', saved],
      ['seen by somebody else', seen],
    ] as const) {
      const lost = [...promised].filter((word) => !words.has(word));
      if (lost.length > 0) findings.lose(lost.length, `${lost[0]} was ${what} and is gone`);
    }
    for (const { name, refusals } of this.clients)
      for (const [reason, count] of refusals)
        findings.lose(count, `${name} was refused: ${reason}`);
  }

  /** Everybody comes back, and waits until all they typed is saved. */
  async comeBack(): Promise<void> {
    for (const client of this.clients) {
      await client.connect(await this.#door(client.name));
      await client.until(() => client.isSaved || !client.isConnected);
      if (!client.isSaved) throw new Error(`${client.name} was sent away: ${client.closedWith}.`);
    }
    const typed = this.typed;
    for (const client of this.clients)
      await client.until(() => {
        const words = wordsIn(client.doc);
        return typed.every((word) => words.has(word));
      });
  }

  /** All that was called saved so far. */
  get saved(): ReadonlySet<string> {
    return new Set(
      this.clients.flatMap(({ name, saved }) => [...saved].map((n) => `${name}.${n}`)),
    );
  }

  get names(): readonly string[] {
    return this.clients.map(({ name }) => name);
  }

  /** All that was typed, sent or not. */
  get typed(): readonly string[] {
    return this.clients.flatMap(({ name, written }) =>
      Array.from({ length: written }, (_, n) => `${name}.${n}`),
    );
  }
}

function pickIndex(random: Random): number {
  let left = random.fraction();
  for (const [index, chance] of chances.entries()) {
    left -= chance;
    if (left < 0) return index;
  }
  return 0;
}
