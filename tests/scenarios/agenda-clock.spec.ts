import { expect, test } from '@playwright/test';
import { expectLegible } from './legible.ts';
import { expectNoViolations } from './no-violations.ts';
import { TimedRoom } from './timed-room.ts';
import { phone, projector } from './workshop.ts';

const second = 1_000;

test('the agenda tells the whole room what it begins, can be held, and can be taken back', async ({
  browser,
}) => {
  // Five windows at once, and axe in each of them.
  test.slow();
  const room = await TimedRoom.open(browser, '11:05', [
    { headline: 'Doors', points: ['Queues'] },
    { headline: 'Samples', points: ['Labels'] },
  ]);
  const console = await room.leads();
  const wall = await room.enters('screen', room.address('board'), projector);
  const stage = await room.enters('screen', room.address('present'), projector);
  const table = await room.sits('Ada Okafor', 1, phone);
  const follower = await room.follows('Ben Larsen', 2, phone);
  await expect(table.getByRole('textbox', { name: /^Note/ })).toBeEditable();
  const pages = [console, wall, stage, table, follower];
  const clock = async (button: string, item: string) => {
    await console.getByRole('button', { name: button, exact: true }).click();
    await console.getByRole('menuitem', { name: item }).click();
  };

  await clock('Clock', 'Let the agenda move the phases');
  await expect(console.getByRole('button', { name: 'By agenda' })).toBeVisible();
  room.clock.leap(room.until('11:10') - 50 * second);
  await expect(
    console.getByText('The agenda moves everybody to “Discuss” at 11:10.'),
  ).toBeVisible();
  for (const page of [wall, stage, table, follower])
    await expect(
      page.getByRole('status').filter({ hasText: 'Discuss begins at 11:10' }),
    ).toBeVisible();
  for (const page of [wall, stage]) await expectLegible(page);
  for (const page of pages) await expectNoViolations(page);
  await table.getByRole('button', { name: 'Seen' }).click();
  await expect(table.getByText('Discuss begins at 11:10')).toBeHidden();

  await console.getByRole('button', { name: 'Hold it' }).click();
  for (const page of [wall, stage, follower])
    await expect(page.getByText('Discuss begins at 11:10')).toBeHidden();
  room.clock.leap(120 * second);
  await clock('Held', 'Let the clock run');
  for (const page of [wall, table, follower])
    await expect(page.getByText(/Discuss begins at 11:1[23]/)).toBeVisible();
  await console.getByRole('button', { name: '+1 min' }).click();
  await expect(wall.getByText(/Discuss begins/)).toBeHidden();
  room.clock.leap(120 * second);
  await expect(
    console.getByText(/The agenda moved everybody to “Discuss” at 11:1\d\./),
  ).toBeVisible();
  await expect(wall.getByText('Discuss: 0 of 2 ready')).toBeVisible();
  await expectNoViolations(console);

  await console.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(wall.getByText('Gathering: 0 of 2 ready')).toBeVisible();
  await expect(console.getByText('The agenda moved everybody')).toBeHidden();
  await expect(console.getByRole('button', { name: 'Start discussion' })).toBeVisible();

  // A message to all: on both screens for a minute, at the table until it is put away or taken down.
  await console.getByLabel('What the tables are told').fill('Five minutes left. Who speaks?');
  await console.getByRole('button', { name: 'Send to 2 tables' }).click();
  for (const page of [wall, stage, table, follower])
    await expect(page.getByText('Five minutes left. Who speaks?')).toBeVisible();
  for (const page of [wall, stage]) await expectLegible(page);
  room.clock.leap(61 * second);
  for (const page of [wall, stage, follower])
    await expect(page.getByText('Five minutes left. Who speaks?')).toBeHidden();
  await expect(table.getByText('Five minutes left. Who speaks?')).toBeVisible();
  await console.getByRole('button', { name: 'Take down' }).click();
  await expect(table.getByText('Five minutes left. Who speaks?')).toBeHidden();
  await console.getByText('All messages so far').click();
  const log = console.getByRole('region', { name: 'Message to the tables' }).getByRole('listitem');
  await expect(log).toHaveText([
    /^\d+:\d+.*Took the message to all tables down facilitator$/,
    /^\d+:\d+.*Told all tables: Five minutes left. Who speaks\? facilitator$/,
  ]);
  await room.close();
});
