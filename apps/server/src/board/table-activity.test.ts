import { parseSeatId, type TextRefused } from '@reportback/domain';
import { beforeEach, expect, it } from 'vitest';
import { TableActivities } from './table-activity.ts';

const ada = parseSeatId('ada');
const table = 's.g';
const writing = { mayWrite: true, refusedFor: () => null };
let now: number;
let activities: TableActivities;
beforeEach(() => {
  now = 1_000_000;
  activities = new TableActivities({ wallTime: () => now });
});

it('whoever closes their page is gone; whoever is cut off is away, since when they were last heard', () => {
  activities.enter(table, ada, writing).leave(false);
  expect(activities.of(table)).toMatchObject({ here: [], away: [] });
  const device = activities.enter(table, ada, writing);
  now += 10_000;
  device.heard();
  now += 5_000;
  device.leave(true);
  expect(activities.of(table).away).toEqual([{ seat: ada, since: 1_010_000 }]);
  activities.enter(table, ada, writing);
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a device that says nothing for long is away, though its connection stands', () => {
  const device = activities.enter(table, ada, writing);
  now += 39_000;
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
  now += 2_000;
  expect(activities.of(table)).toMatchObject({ here: [], away: [{ since: 1_000_000 }] });
  device.heard();
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a seat with another device at the table is not away', () => {
  const laptop = activities.enter(table, ada, writing);
  activities.enter(table, ada, writing);
  laptop.leave(true);
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a table is quiet since its last edit', () => {
  expect(activities.of(table).editedAt).toBeNull();
  activities.edited(table);
  now += 60_000;
  expect(activities.of(table).editedAt).toBe(1_000_000);
});

it('text of a device that is there and was not taken is told of, until it is', () => {
  let because: TextRefused | null = null;
  activities.enter(table, ada, { mayWrite: true, refusedFor: () => because });
  expect(activities.of(table).refused).toEqual([]);
  because = 'too-large';
  expect(activities.of(table).refused).toEqual([{ seat: ada, because: 'too-large' }]);
});

it('a device that goes with text that was not taken is told of, though it said that it goes', () => {
  const device = activities.enter(table, ada, { mayWrite: true, refusedFor: () => 'too-large' });
  // The session was frozen: the same page comes back as a reader, perhaps before it is gone.
  const reader = activities.enter(table, ada, { ...writing, mayWrite: false });
  device.leave(false);
  expect(activities.of(table).refused).toEqual([{ seat: ada, because: 'late' }]);
  reader.leave(false);
  expect(activities.of(table)).toMatchObject({ away: [{ seat: ada }], refused: [] });
});

it('who was away and comes back when nobody may write any more may hold text, until they may', () => {
  activities.enter(table, ada, writing).leave(true);
  const late = activities.enter(table, ada, { ...writing, mayWrite: false });
  expect(activities.of(table)).toMatchObject({
    here: [ada],
    away: [],
    refused: [{ seat: ada, because: 'late' }],
  });
  late.leave(false);
  activities.enter(table, ada, writing);
  expect(activities.of(table).refused).toEqual([]);
});
