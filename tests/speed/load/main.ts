import { setTimeout as wait } from 'node:timers/promises';
import { Stopwatch, spansOf } from './arrivals.ts';
import { Crowd, until } from './crowd.ts';
import { readHistory } from './history-file.ts';
import type { Job, Told } from './job.ts';
import { Person } from './person.ts';
import { typeAtRates } from './typing.ts';

/*
 * The load process: plays everybody who is connected to the server that is measured. It is told what to
 * do in messages, and tells what it saw.
 */

const crowd = new Crowd();
/** How long a device waits before it tries again, at most, in milliseconds. */
const returnsWithin = 1_000;
/** How long a server may take to pass a whole history on, in milliseconds. */
const feedsWithin = 10 * 60_000;

const tell = (told: Told): void => {
  process.send?.(told);
};

process.on('message', (job: Job) => {
  work(job).catch((error: unknown) =>
    tell({ is: 'void', because: error instanceof Error ? error.message : String(error) }),
  );
});

async function work(job: Job): Promise<void> {
  switch (job.is) {
    case 'type': {
      const steps = await typeAtRates(crowd, job, () => tell({ is: 'mark' }));
      return tell({ is: 'typed', steps, chars: crowd.checkConverged() });
    }
    case 'stay':
      await crowd.enter(job.dialect, job.doors);
      return tell({ is: 'here' });
    case 'feed':
      return feed(job);
    case 'open':
      return open(job);
    case 'reconnect':
      return comeBack();
    default:
      throw new Error(`There is no job ${JSON.stringify(job)}.`);
  }
}

async function feed({ dialect, doors, history }: Extract<Job, { is: 'feed' }>): Promise<void> {
  const [writer] = await crowd.enter(dialect, [doors[0]]);
  const [reader] = await crowd.enter(dialect, [doors[1]]);
  if (!writer || !reader) throw new Error('A writer and a reader are needed.');
  let client = 0;
  let clock = 0;
  for (const update of readHistory(history)) {
    for (const span of spansOf(update)) [client, clock] = [span.client, span.to];
    writer.sendUpdate(update);
    if (writer.unsentBytes > 256 * 1024) await until('it is sent', () => writer.unsentBytes === 0);
  }
  await until('the reader has all of it', () => reader.hasStructs(client, clock), feedsWithin);
  tell({ is: 'fed' });
}

async function open({ dialect, doors, length }: Extract<Job, { is: 'open' }>): Promise<void> {
  const milliseconds = doors.map(() => Number.NaN);
  const people = doors.map((door) => new Person(door, dialect, new Stopwatch(), []));
  for (const [index, person] of people.entries()) {
    const began = performance.now();
    person.synced = () => (milliseconds[index] = performance.now() - began);
    person.connect();
  }
  await until('it is open', () => people.every(({ isSynced }) => isSynced));
  for (const person of people) {
    const found = person.content().getXmlFragment('note').toString().length;
    if (found < length) throw new Error(`The text has ${found} of ${length} characters.`);
    person.leave();
  }
  tell({ is: 'opened', milliseconds });
}

async function comeBack(): Promise<void> {
  const at = new Map<Person, number>();
  for (const person of crowd.people) {
    person.synced = () => at.set(person, performance.timeOrigin + performance.now());
    person.closed = () => {
      void wait(Math.random() * returnsWithin).then(() => person.connect());
    };
  }
  tell({ is: 'here' });
  await until('everybody is back', () => at.size === crowd.people.length);
  tell({ is: 'reconnected', at: [...at.values()] });
}
