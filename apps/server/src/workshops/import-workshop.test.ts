import { attributions, type StartView, type WorkshopId } from '@reportback/domain';
import { buildRecord, type RecordInput, type WorkshopRecord } from '@reportback/record';
import { readRecordFile, toJson } from '@reportback/record/json';
import { correctedInput, exampleInput } from '@reportback/record/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { importWorkshop } from './import-workshop.ts';

let there: TestServer;
let here: TestServer;
beforeAll(async () => {
  there = await TestServer.start();
  here = await TestServer.start();
});
afterAll(async () => {
  await there.remove();
  await here.remove();
});

async function exportedAgain(id: WorkshopId): Promise<string> {
  const stored = await here.running.services.records.read(id);
  expect(stored.problems).toEqual([]);
  return toJson(stored.under(stored.workshop.attribution));
}

async function imported(record: WorkshopRecord): Promise<string> {
  return exportedAgain(await importWorkshop(here.running.services, record));
}

/** As a server knows it: people are at the table of their seat, and a point's source is there or null. */
const asStored: RecordInput = {
  ...exampleInput,
  work: exampleInput.work.map((work) => ({
    ...work,
    people: null,
    card: {
      ...work.card,
      points: work.card.points.map((point) =>
        point.source === 'gone' ? { ...point, source: null } : point,
      ),
    },
  })),
};

function standingOf({ standing, baseline, handsOf }: RecordInput) {
  return { standing, baseline, handsOf };
}

it.each(attributions)(
  'a workshop with findings, votes and reactions comes back byte for byte, %s',
  async (attribution) => {
    const record = buildRecord({ ...asStored, attribution });
    expect(await imported(record)).toBe(toJson(record));
    await here.running.services.store.deleteWorkshop(record.workshop.id);
  },
);

it('so do the tables of a session, under the ids that tables have here', async () => {
  const [first, second] = asStored.groups;
  const [session, ...others] = asStored.sessions;
  if (!first || !second || !session) throw new Error('The example is too small.');
  const tables = { out: [second.id], names: { [first.id]: 'Harbour' } };
  const record = buildRecord({ ...asStored, sessions: [{ ...session, tables }, ...others] });
  const id = await importWorkshop(here.running.services, record);
  expect(await exportedAgain(id)).toBe(toJson(record));
  const { store } = here.running.services;
  const groups = await store.groups(id);
  const stored = (await store.sessions(id)).find(({ title }) => title === session.title);
  expect(stored?.tables).toEqual({
    out: [groups.find(({ number }) => number === second.number)?.id],
    names: { [groups.find(({ number }) => number === first.number)?.id ?? '']: 'Harbour' },
  });
  await store.deleteWorkshop(id);
});

it.each(attributions)(
  'a record that was corrected and frozen comes back byte for byte, with its hash, %s',
  async (attribution) => {
    const record = buildRecord({ ...asStored, ...standingOf(correctedInput), attribution });
    expect(record.corrections.length).toBeGreaterThan(0);
    const id = await importWorkshop(here.running.services, record);
    const told = await here.running.services.records.told(id);
    expect(toJson(told.record)).toBe(toJson(record));

    // Reopened, it tells the same corrections still, and no others.
    await here.running.services.standings.command(id, { is: 'reopen', days: 1 }, 'test');
    const reopened = await here.running.services.records.told(id);
    expect(reopened.record.corrections).toEqual(record.corrections);
    await here.running.services.store.deleteWorkshop(id);
  },
);

it('a record that takes corrections comes back byte for byte', async () => {
  const { baseline, handsOf } = correctedInput;
  const standing = { is: 'correcting', since: 1, until: 8_000_000_000_000 } as const;
  const record = buildRecord({ ...asStored, baseline, handsOf, standing });
  expect(await imported(record)).toBe(toJson(record));
  await here.running.services.store.deleteWorkshop(record.workshop.id);
});

// A ZIP holds every format, which takes a busy machine a while.
it.each(['json', 'zip'])(
  'the record of a day goes to another server as %s',
  async (ending) => {
    const organizer = there.browser();
    const { workshops } = (await organizer.get('/api/start')).as<StartView>();
    const path = `/api/workshops/${workshops[0]?.id}`;
    await organizer.get(path);
    const json = (await organizer.get(`${path}/record.json`)).text;
    const answer = await fetch(new URL(`${path}/record.${ending}`, there.origin), {
      headers: { cookie: organizer.cookie },
    });
    const read = readRecordFile(new Uint8Array(await answer.arrayBuffer()));
    if (read.is === 'problem') throw new Error(read.problem);
    expect(read.intact).toBe(true);
    expect(await imported(read.record)).toBe(json);

    const again = importWorkshop(here.running.services, read.record);
    await expect(again).rejects.toThrow(/is on this server already/);
    await here.running.services.store.deleteWorkshop(read.record.workshop.id);
  },
  90_000,
);

it('what cannot be imported leaves nothing behind', async () => {
  const { services } = here.running;
  const { documents } = services;
  const record = buildRecord(asStored);
  const broken = Object.assign(Object.create(documents), {
    make: () => Promise.reject(new Error('no space')),
  });
  const tried = importWorkshop({ ...services, documents: broken }, record);
  await expect(tried).rejects.toThrow('no space');
  expect(await services.store.workshop(record.workshop.id)).toBeNull();
});
