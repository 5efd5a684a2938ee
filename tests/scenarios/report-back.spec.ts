import { expect, type Page, test } from '@playwright/test';
import { fairShare } from '@reportback/domain';
import { lateFeed } from './late-feed.ts';
import { expectNoViolations } from './no-violations.ts';
import { TimedRoom } from './timed-room.ts';
import { phone, projector } from './workshop.ts';

const cards = [
  ['One instrument, twelve doors', 'Each site has its own queue', 'Tokens last 12 hours'],
  ['Nobody owns the samples', 'Labels are lost on the way', 'Freezers have no map'],
  ['Data moves by suitcase', 'Transfers fail without a word', 'Nobody pays for storage'],
  ['Software outlives its authors', 'Grants end before versions do', 'No one reviews scripts'],
  ['Time is given to those who know', 'Calls are read by friends', 'No reasons are told'],
  ['Training ends when people leave', 'Manuals describe the old hall', 'Shadowing is not planned'],
  ['Safety rules differ by door', 'Each badge is another course', 'Night shifts stand alone'],
  ['Results are shared too late', 'Embargo is the default', 'Negative results vanish'],
].map(([headline = '', ...points]) => ({ headline, points }));

const second = 1_000;
/** What the test sets the fair clock to. */
const changeover = 20 * second;
const reserve = 60 * second;

/** The share that a window shows of the table on the screen, milliseconds. */
async function shownShare(page: Page): Promise<number> {
  const words = page.getByText(/left of\s*\d+:\d\d/).first();
  await expect(words).toBeVisible();
  const [, minutes, seconds] = /left of\s*(\d+):(\d\d)/.exec(await words.innerText()) ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * second;
}

test('eight tables report back in fifteen minutes, on the projector, on a phone and from the console', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const room = await TimedRoom.open(browser, '11:28', cards);
  const console = await room.leads();
  const wall = await room.page(projector);
  const feed = await lateFeed(wall);
  await wall.goto(room.links.links.screen);
  await wall.waitForURL(/\/w\//);
  await wall.goto(room.address('present'));
  const reporter = await room.follows('Ada Okafor', 4, phone);

  // The agenda begins the report-back: announced a minute before, in time to be held.
  await console.getByRole('button', { name: 'Clock' }).click();
  await console.getByRole('menuitem', { name: 'Let the agenda move the phases' }).click();
  await expect(console.getByRole('button', { name: 'By agenda' })).toBeVisible();
  room.clock.leap(room.until('11:30') - 50 * second);
  await expect(
    console.getByText('The agenda moves everybody to “Report-back” at 11:30'),
  ).toBeVisible();
  room.clock.leap(room.until('11:30'));
  await expect(console.getByRole('region', { name: 'Presentation' })).toBeVisible();
  await console.getByText('Time for each table').click();
  await console.getByLabel('Changeover, seconds').fill(String(changeover / second));
  await console.getByLabel('For the floor, minutes').fill(String(reserve / (60 * second)));
  await console.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(reporter.getByText('Table 1 is the first')).toBeVisible();
  await expect(reporter.getByText('Next, 3 tables before yours')).toBeVisible();
  for (const page of [console, wall, reporter]) await expectNoViolations(page);

  for (const [index, { headline, points }] of cards.entries()) {
    const table = index + 1;
    const left = room.until('11:45');
    await console
      .getByRole('button', { name: `${index === 0 ? 'Start' : 'Next'}: Table ${table}` })
      .click();
    await expect(wall.getByText(headline)).toBeVisible();
    const share = await shownShare(wall);
    const leftAfter = room.until('11:45');
    // Everybody sees the same share, and it is what is left, shared among those who have not spoken.
    const tablesLeft = cards.length - index;
    const settings = { changeover, reserve };
    expect(share).toBeLessThanOrEqual((fairShare(left, tablesLeft, settings) ?? 0) + second);
    expect(share).toBeGreaterThanOrEqual(fairShare(leftAfter, tablesLeft, settings) ?? 0);
    expect(await shownShare(console)).toBe(share);
    const end = room.clock.wallTime() + share;

    if (table === 2) {
      await feed.cut();
      await expect(wall.getByText('No connection: this may be old')).toBeVisible();
    }
    if (table === 5) await wall.reload();
    for (const number of points.keys())
      await console.getByRole('button', { name: `Show point ${number + 1}` }).click();
    if (table === 2) {
      feed.mend();
      await expect(wall.getByText(points[1] ?? '')).toBeVisible();
      // It is told what it missed, not everything anew.
      expect(feed.beginnings).toEqual(['snapshot', 'changes']);
    }
    await expect(wall.getByText(points[1] ?? '')).toBeVisible();

    if (table === 3) {
      await expect(reporter.getByText('You are next')).toBeVisible();
      const point = reporter.getByRole('listitem').filter({ hasText: points[0] ?? '' });
      await point.getByRole('button', { name: /^Us too/ }).click();
      await expect(wall.getByText('+1 us too')).toBeVisible();
    }
    if (table === 4) {
      await expect(reporter.getByRole('heading', { name: /Your table is speaking/ })).toBeVisible();
      expect(await shownShare(reporter)).toBe(share);
      await reporter.getByRole('button', { name: 'We are done' }).click();
      await expect(console.getByText('is done')).toBeVisible();
      for (const page of [console, wall, reporter]) await expectNoViolations(page);
    }
    const overrun = table === 6 ? 30 * second : 0;
    room.clock.leap(Math.max(0, end + overrun + second - room.clock.wallTime()));
    if (table === 6) await expect(wall.getByText(/^\+0:[0-5]\d$/)).toBeVisible();
  }
  await console.getByRole('button', { name: 'End the presentation' }).click();
  await expect(wall.getByText('All 8 tables have been heard')).toBeVisible();
  expect(room.until('11:45')).toBeGreaterThan(0);

  // The agenda opens the cards for amendments, and freezes nothing, however long nobody is there.
  room.clock.leap(room.until('11:45') + second);
  await expect(console.getByRole('button', { name: 'Freeze' })).toBeVisible();
  room.clock.leap(90 * 60 * second);
  await expect(console.getByRole('button', { name: 'Freeze' })).toBeVisible();
  await room.close();
});

test('two facilitators sort what eight tables said, at once, and nothing is overwritten', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const room = await TimedRoom.open(browser, '11:40', cards);
  const [first, second] = [
    await room.enters('facilitator', room.address('findings')),
    await room.enters('organizer', room.address('findings')),
  ];
  for (const page of [first, second])
    await expect(page.getByText('16 points from 8 tables, 16 unsorted')).toBeVisible();
  for (const [page, name] of [
    [first, 'Access'],
    [second, 'Care'],
  ] as const) {
    await page.getByLabel('Name of a new finding').fill(name);
    await page.getByRole('button', { name: 'Add' }).first().click();
  }
  for (const page of [first, second])
    await expect(page.getByLabel('Name of finding 2')).toHaveValue(/^(?:Access|Care)$/);
  const names = [1, 2].map((number) => first.getByLabel(`Name of finding ${number}`).inputValue());
  expect((await Promise.all(names)).toSorted()).toEqual(['Access', 'Care']);

  await second.getByRole('button', { name: 'As a list' }).click();
  const keys = async () => {
    for (const { points } of cards.slice(0, 4))
      for (const point of points) {
        await first.getByRole('button', { name: new RegExp(point) }).focus();
        await first.keyboard.press('1');
      }
  };
  const list = async () => {
    for (const { points } of cards.slice(4))
      for (const point of points)
        await second.getByLabel(`Finding for: ${point}`).selectOption({ index: 2 });
  };
  await Promise.all([keys(), list()]);
  for (const page of [first, second])
    await expect(page.getByText('16 points from 8 tables, 0 unsorted')).toBeVisible();
  // Each takes back their own last step.
  await Promise.all(
    [first, second].map((page) => page.getByRole('button', { name: 'Undo', exact: true }).click()),
  );
  for (const page of [first, second])
    await expect(page.getByText('16 points from 8 tables, 2 unsorted')).toBeVisible();
  for (const page of [first, second]) await expectNoViolations(page);
  await room.close();
});
