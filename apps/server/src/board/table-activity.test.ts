import { parseSeatId } from '@reportback/domain';
import { beforeEach, expect, it } from 'vitest';
import { TableActivities } from './table-activity.ts';

const ada = parseSeatId('ada');
const table = 's.g';
let now: number;
let activities: TableActivities;
beforeEach(() => {
  now = 1_000_000;
  activities = new TableActivities({ wallTime: () => now });
});

it('whoever closes their page is gone; whoever is cut off is away, since when they were last heard', () => {
  activities.enter(table, ada).leave(false);
  expect(activities.of(table)).toMatchObject({ here: [], away: [] });
  const device = activities.enter(table, ada);
  now += 10_000;
  device.heard();
  now += 5_000;
  device.leave(true);
  expect(activities.of(table).away).toEqual([{ seat: ada, since: 1_010_000 }]);
  activities.enter(table, ada);
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a device that says nothing for long is away, though its connection stands', () => {
  const device = activities.enter(table, ada);
  now += 39_000;
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
  now += 2_000;
  expect(activities.of(table)).toMatchObject({ here: [], away: [{ since: 1_000_000 }] });
  device.heard();
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a seat with another device at the table is not away', () => {
  const laptop = activities.enter(table, ada);
  activities.enter(table, ada);
  laptop.leave(true);
  expect(activities.of(table)).toMatchObject({ here: [ada], away: [] });
});

it('a table is quiet since its last edit', () => {
  expect(activities.of(table).editedAt).toBeNull();
  activities.edited(table);
  now += 60_000;
  expect(activities.of(table).editedAt).toBe(1_000_000);
});
