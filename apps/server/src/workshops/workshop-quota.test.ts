import { ManualClock, turns } from '@reportback/sync/testing';
import { expect, it, vi } from 'vitest';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';
import { WorkshopQuota } from './workshop-quota.ts';

const stored = new Map([
  ['one', 60],
  ['other', 0],
]);
const failures: unknown[] = [];
const clock = new ManualClock();
const quota = new WorkshopQuota({
  limit: 100,
  clock,
  failed: (error) => failures.push(error),
  measure: async (session) => {
    const workshop = session.startsWith('other') ? 'other' : 'one';
    return { workshop, bytes: stored.get(workshop) ?? 0 };
  },
});

it('lets a workshop’s documents grow together up to the limit, whichever they are', async () => {
  expect(quota.mayGrow('a.table1', 5)).toBe(true);
  expect(quota.mayGrow('b.table1', 5)).toBe(true);
  await turns();
  expect(quota.mayGrow('a.table1', 30)).toBe(true);
  expect(quota.mayGrow('b.table2', 11)).toBe(false);
  expect(quota.mayGrow('b.table2', 10)).toBe(true);
});

it('leaves other workshops alone', async () => {
  expect(quota.mayGrow('other.table1', 1)).toBe(true);
  await turns();
  expect(quota.mayGrow('other.table1', 100)).toBe(true);
});

it('looks again, because compaction gives room back', async () => {
  expect(quota.mayGrow('a.table1', 20)).toBe(false);
  stored.set('one', 30);
  clock.pass(10_000);
  expect(quota.mayGrow('a.table1', 20)).toBe(false);
  await turns();
  expect(quota.mayGrow('a.table1', 20)).toBe(true);
  expect(failures).toEqual([]);
});

it('measures anew after a session was deleted', async () => {
  stored.set('one', 0);
  expect(quota.mayGrow('b.table1', 90)).toBe(false);
  quota.forget('a');
  expect(quota.mayGrow('b.table1', 0)).toBe(true);
  await turns();
  expect(quota.mayGrow('b.table1', 90)).toBe(true);
});

it('is asked of every table of a real server', async () => {
  const server = await TestServer.start({ TEXTS_PER_WORKSHOP_MB: '1' });
  const links = await server.createWorkshop();
  const [ana, bo] = [
    await TableWriter.sitDown(server.origin, links, 'Ana', 0),
    await TableWriter.sitDown(server.origin, links, 'Bo', 1),
  ];
  ana.write('a');
  await ana.allSaved();
  ana.write('x'.repeat(700_000));
  await ana.allSaved();
  bo.write('y'.repeat(700_000));
  await vi.waitFor(() => expect(bo.refusedFor).toBe('quota-reached'), { timeout: 10_000 });
  ana.leave();
  bo.leave();
  await server.remove();
});
