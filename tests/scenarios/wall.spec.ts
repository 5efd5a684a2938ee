import { expect, test } from '@playwright/test';
import { expectLegible } from './legible.ts';
import { TimedRoom } from './timed-room.ts';

const screens = {
  '4:3': { viewport: { width: 1024, height: 768 } },
  HD: { viewport: { width: 1920, height: 1080 } },
  '4K': { viewport: { width: 3840, height: 2160 } },
};

const headlines = [
  'The environment is the least reproducible part of the workflow',
  'Moving data takes more of our time than computing on it',
  'Identity',
  '',
  'Every facility is a different computer with a different door',
  'Nobody owns the boundary between the instrument and the archive, so everybody pays twice',
];
const points = [
  'Each facility has its own job API and vocabulary',
  'Run records do not survive the scratch purge, and whoever comes back after a year finds names of files that nobody can open',
  'Tokens expire in the middle of a campaign',
  'Logs are spread over four systems and nobody can read all of them at once during an incident',
  'New people cannot tell which tool to start with',
];

const said = (tables: number) =>
  Array.from({ length: tables }, (_, table) => ({
    headline: headlines[table % headlines.length] ?? '',
    points: points.slice(0, table % 6),
    ask: table % 2 === 0 ? 'One facility API profile that three sites commit to' : '',
  }));

for (const tables of [4, 8, 16, 40, 60])
  test(`the board of ${tables} tables is legible from the back row and nothing of it is cut`, async ({
    browser,
  }) => {
    test.slow();
    const room = await TimedRoom.open(browser, '11:20', said(tables));
    for (const [name, screen] of Object.entries(screens)) {
      const wall = await room.enters('screen', room.address('board'), screen);
      await expect(wall.getByText(headlines[0] ?? '').first()).toBeVisible();
      await test.step(name, () => expectLegible(wall));
      const pages = wall.getByRole('navigation', { name: 'Pages of tables' });
      const last = pages.getByRole('button').last();
      if (await last.isVisible()) {
        await last.click();
        await expect(wall.getByText(`of ${tables}`)).toContainText(`to ${tables} of`);
        await test.step(`${name}, last page`, () => expectLegible(wall));
      }
    }
    await room.close();
  });

test('a card of five points, long ones among them, is legible on every projector', async ({
  browser,
}) => {
  test.slow();
  const room = await TimedRoom.open(browser, '11:31', said(6));
  const console = await room.leads();
  for (const step of ['Start discussion', 'Start distilling', 'Start report-back'])
    await console.getByRole('button', { name: step }).click();
  const walls = await Promise.all(
    Object.values(screens).map((screen) => room.enters('screen', room.address('present'), screen)),
  );
  for (const wall of walls) await expectLegible(wall);
  await console.getByText('Order of the tables').click();
  await console.getByRole('button', { name: 'Show Table 6 now' }).click();
  for (const [index, point] of points.entries()) {
    await console.getByRole('button', { name: `Show point ${index + 1}` }).click();
    for (const wall of walls) {
      await expect(wall.getByText(point)).toBeInViewport();
      await expectLegible(wall);
    }
  }
  await room.close();
});
