import type { CDPSession, Locator, Page } from '@playwright/test';
import { lateFeed } from './late-feed.ts';
import { expectLegible } from './legible.ts';
import { expectNoViolations } from './no-violations.ts';
import { expect, phone, projector, test, type Workshop } from './workshop.ts';

/** One finger on a touch screen. */
class Finger {
  readonly #devtools: CDPSession;
  #at = { x: 0, y: 0 };

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  /** Rests on something until it is lifted to be dragged. */
  async holds(what: Locator): Promise<void> {
    this.#at = await middleOf(what);
    await this.#touch('touchStart', [this.#at]);
    await expect(what.page().locator('[class*="lifted"]')).toBeVisible();
  }

  async drawsTo(what: Locator): Promise<void> {
    const from = this.#at;
    const to = await middleOf(what);
    for (const part of [0.25, 0.5, 0.75, 1])
      await this.#touch('touchMove', [
        { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      ]);
    await this.#touch('touchEnd', []);
  }

  #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly object[]) {
    return this.#devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
  }
}

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const below = (workshop: Workshop, page: 'present' | 'plenary' | 'findings') =>
  workshop.address(`/s/${workshop.made.sessions[0]?.id}/${page}`);

/** Somebody at a table who writes its card: a headline, and a point for each line of the note. */
async function writesCard(
  workshop: Workshop,
  name: string,
  table: number,
  headline: string,
  points: readonly string[],
) {
  const seated = await workshop.sitsDown(name, { table }, phone);
  for (const point of points) {
    await seated.types(point);
    await seated.page.keyboard.press('ControlOrMeta+Enter');
    await seated.page.keyboard.press('Enter');
  }
  await seated.page.getByRole('tab', { name: 'Card' }).click();
  await seated.typesHeadline(headline);
  await seated.seesSaved();
  return seated;
}

/** The console of the first session, moved on to the report-back. */
async function leads(workshop: Workshop): Promise<Page> {
  const console = await workshop.enters('facilitator');
  await console.goto(workshop.address(`?session=${workshop.made.sessions[0]?.id}`));
  for (const step of ['Start discussion', 'Start distilling', 'Start report-back'])
    await console.getByRole('button', { name: step }).click();
  await expect(console.getByRole('region', { name: 'Presentation' })).toBeVisible();
  return console;
}

/** Two tables with cards, the console in the report-back, and the projector. */
async function reportsBack(workshop: Workshop) {
  const ada = await writesCard(workshop, 'Ada Okafor', 1, 'One instrument, twelve doors', [
    'Each site has its own queue',
    'Tokens last 12 hours',
  ]);
  const ben = await writesCard(workshop, 'Ben Larsen', 2, 'Nobody owns the samples', [
    'Queues differ everywhere',
  ]);
  const console = await leads(workshop);
  const wall = await workshop.enters('screen', projector);
  await wall.goto(below(workshop, 'present'));
  return { ada, ben, console, wall };
}

test('the room follows on the projector and on phones, and says what it thinks of a point', async ({
  workshop,
}) => {
  // Four windows at once, and axe in each of them.
  test.slow();
  const { ada, ben, console, wall } = await reportsBack(workshop);
  await ada.page.goto(below(workshop, 'plenary'));
  await ben.page.goto(below(workshop, 'plenary'));
  await expect(ben.page.getByText('Table 1 is the first')).toBeVisible();
  await expectNoViolations(wall);
  await expectNoViolations(ben.page);

  // The order by hand: with the keyboard, and back by drag.
  await console.getByText('Order of the tables').click();
  const turn = (name: RegExp) => console.getByRole('button', { name });
  await turn(/^Table 2, place 2/).press('ArrowUp');
  await expect(wall.getByText('First Table 2')).toBeVisible();
  await turn(/^Table 2, place 1/).dragTo(turn(/^Table 3, place 3/), { steps: 4 });
  await expect(wall.getByText('First Table 1')).toBeVisible();

  await console.getByRole('button', { name: 'Start: Table 1' }).click();
  await expect(wall.getByText('One instrument, twelve doors')).toBeVisible();
  await expect(wall.getByText('Each site has its own queue')).toBeHidden();
  await console.getByRole('button', { name: 'Show point 1' }).click();
  await expect(wall.getByText('Each site has its own queue')).toBeVisible();
  await expect(wall.getByText('Tokens last 12 hours')).toBeHidden();
  await expect(ada.page.getByRole('heading', { name: /Your table is speaking/ })).toBeVisible();

  const point = ben.page.getByRole('listitem').filter({ hasText: 'Each site has its own queue' });
  await point.getByRole('button', { name: /^Us too/ }).click();
  await point.getByRole('button', { name: /^Question/ }).click();
  await ben.page.getByLabel('Your question').fill('At how many sites?');
  await ben.page.getByRole('button', { name: 'Add question' }).click();
  await expect(wall.getByText('+1 us too')).toBeVisible();
  await expect(wall.getByText('1 question')).toBeVisible();
  await expect(console.getByText('At how many sites?')).toBeVisible();
  await expect(ada.page.getByText('+1 us too, 1 question')).toBeVisible();
  for (const page of [wall, console, ada.page, ben.page]) await expectNoViolations(page);

  await point.getByRole('button', { name: /^Us too/ }).click();
  await expect(wall.getByText('+1 us too')).toBeHidden();

  // Table 2 says which of its own points is the same, and that it is not after all.
  const choice = ben.page.getByLabel('Table 2 said this too, for: Each site has its own queue');
  await choice.selectOption({ label: 'Queues differ everywhere' });
  await expect(wall.getByText('Same as Table 2')).toBeVisible();
  await expect(ben.page.getByText('Your table said this too: Queues differ')).toBeVisible();
  await expectNoViolations(ben.page);
  await point.getByRole('button', { name: /^Not the same/ }).click();
  await expect(wall.getByText('Same as Table 2')).toBeHidden();
  await expect(choice).toBeVisible();
});

test('the presentation survives a reload, a restart and another laptop with a presenter remote', async ({
  workshop,
}) => {
  // Five windows, and a server that is started twice.
  test.slow();
  const { ben, console, wall } = await reportsBack(workshop);
  await ben.page.goto(below(workshop, 'plenary'));
  await console.getByRole('button', { name: 'Start: Table 1' }).click();
  await console.getByRole('button', { name: 'Show point 1' }).click();
  await wall.reload();
  await expect(wall.getByText('Each site has its own queue')).toBeVisible();
  await workshop.server.killAndRestart();
  await console.getByRole('button', { name: 'Show point 2' }).click();
  await expect(wall.getByText('Tokens last 12 hours')).toBeVisible();

  // Another laptop takes over at the projector, with a presenter remote.
  const laptop = await workshop.enters('facilitator', projector);
  await laptop.goto(below(workshop, 'present'));
  await expect(laptop.getByText('Tokens last 12 hours')).toBeVisible();
  await laptop.keyboard.press('PageDown');
  await expect(wall.getByText('Nobody owns the samples')).toBeVisible();
  await laptop.keyboard.press('PageUp');
  await expect(wall.getByText('One instrument, twelve doors')).toBeVisible();
  await laptop.keyboard.press('End');
  await laptop.keyboard.press('PageDown');
  await laptop.keyboard.press('PageDown');
  await expect(wall.getByText('Queues differ everywhere')).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: /Your table is speaking/ })).toBeVisible();

  await console.getByLabel('Same as, for: Queues differ everywhere').selectOption({
    label: 'Table 1: Each site has its own queue',
  });
  await expect(wall.getByText('Same as Table 1')).toBeVisible();
  await expect(ben.page.getByText('Table 1 said this. Add your difference.')).toBeVisible();
  await console.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(wall.getByText('Same as Table 1')).toBeHidden();

  const board = await workshop.board();
  await expect(board.getByText('▶ Speaking')).toBeVisible();
  await expect(board.getByText('1 of 4 heard')).toBeVisible();
});

test('every press of a presenter remote counts, however quick it is and however late the feed', async ({
  workshop,
}) => {
  test.slow();
  const { console, wall } = await reportsBack(workshop);
  await console.getByRole('button', { name: 'Start: Table 1' }).click();
  await expect(wall.getByText('One instrument, twelve doors')).toBeVisible();
  const laptop = await workshop.enters('facilitator', projector);
  const feed = await lateFeed(laptop);
  await laptop.goto(below(workshop, 'present'));
  await expect(laptop.getByText('One instrument, twelve doors')).toBeVisible();

  feed.hold();
  const presses = async (...keys: readonly string[]) => {
    for (const key of keys) await laptop.keyboard.press(key);
  };
  await presses('PageDown');
  await expect(wall.getByText('Each site has its own queue')).toBeVisible();
  await presses('PageDown', 'PageDown');
  await expect(wall.getByText('Nobody owns the samples')).toBeVisible();
  await presses('PageUp');
  await expect(wall.getByText('One instrument, twelve doors')).toBeVisible();
  await expect.poll(feed.waiting).toBeGreaterThan(2);
  // All has been answered, and the feed tells of the first press only now.
  feed.letOne();
  await expect(laptop.getByText('Each site has its own queue')).toBeHidden();
  await presses('End');
  feed.letOne();
  await presses('PageDown', 'PageDown');
  await expect(wall.getByText('Queues differ everywhere')).toBeVisible();
  await expect(laptop.getByText('Queues differ everywhere')).toBeVisible();
  feed.letAll();
  await expect(laptop.getByText('Queues differ everywhere')).toBeVisible();
  await expect(laptop.getByText('Next Table 3')).toBeVisible();
});

test('two facilitators sort at once, by keys and in the list; the room votes', async ({
  workshop,
}) => {
  test.slow();
  const ada = await writesCard(workshop, 'Ada Okafor', 1, 'Doors', ['Queues', 'Tokens', 'Quotas']);
  await leads(workshop);
  const [first, second] = [
    await workshop.enters('facilitator'),
    await workshop.enters('organizer'),
  ];
  for (const page of [first, second]) {
    await page.goto(below(workshop, 'findings'));
    await expect(page.getByText('3 points from 4 tables, 3 unsorted')).toBeVisible();
  }
  await expectNoViolations(first);

  await first.getByRole('button', { name: /Queues/ }).focus();
  await first.keyboard.press('n');
  await expect(first.getByRole('button', { name: /Tokens/ })).toBeFocused();
  await expect(second.getByLabel('Name of finding 1')).toHaveValue('Queues');

  await second.getByRole('button', { name: 'As a list' }).click();
  await Promise.all([
    first.keyboard.press('1'),
    second.getByLabel('Finding for: Quotas').selectOption({ label: '1: Queues' }),
  ]);
  for (const page of [first, second])
    await expect(page.getByText('3 points from 4 tables, 0 unsorted')).toBeVisible();
  await second.getByLabel('Name of finding 1').fill('Waiting');
  await second.getByLabel('Name of finding 1').press('Enter');
  await expect(first.getByLabel('Name of finding 1')).toHaveValue('Waiting');
  // Each undoes their own last step, not the other's.
  await first.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(second.getByText('3 points from 4 tables, 1 unsorted')).toBeVisible();
  await expect(first.getByLabel('Name of finding 1')).toHaveValue('Waiting');
  await expectNoViolations(first);
  await expectNoViolations(second);

  await first.getByLabel('Name of a new finding').fill('Money');
  await first.getByRole('button', { name: 'Add' }).first().click();
  await expect(first.getByLabel('Name of finding 2')).toHaveValue('Money');
  await first.getByRole('button', { name: 'Open votes' }).click();
  await first
    .getByRole('form', { name: 'Vote' })
    .getByRole('button', { name: 'Open votes' })
    .click();
  await ada.page.goto(below(workshop, 'plenary'));
  await ada.page.getByRole('button', { name: 'One vote more for Waiting' }).click();
  await expect(ada.page.getByText('2 of 3 left')).toBeVisible();
  await expectNoViolations(ada.page);
  await expect(first.getByText('1 voted')).toBeVisible();
  await expect(first.getByText('1 vote', { exact: true })).toBeHidden();
  // The rest among the findings, where the votes stand in their rows, by key.
  await ada.page.goto(below(workshop, 'findings'));
  const left = (words: string) => ada.page.getByRole('paragraph').filter({ hasText: words });
  await expect(left('You have 2 votes left')).toBeVisible();
  const money = ada.page.getByRole('button', { name: /one vote more for Money$/ });
  await money.press('v');
  await money.press('v');
  await expect(money).toHaveAccessibleName(/^Vote\s*2 yours: one vote more for Money$/);
  await expect(left('You have no votes left')).toBeVisible();
  // A key that is held is pressed once.
  const { keyboard } = ada.page;
  for (const key of ['Shift', 'V', 'V']) await keyboard.down(key);
  for (const key of ['V', 'Shift']) await keyboard.up(key);
  await expect(left('You have 1 vote left')).toBeVisible();
  await money.click();
  await expect(left('You have no votes left')).toBeVisible();
  await expectNoViolations(ada.page);
  // Numbers are keys, and hold while people vote.
  await expect(first.getByText('The order holds until votes close')).toBeVisible();
  await expect(first.getByRole('button', { name: /^Finding 1: drag it/ })).toBeHidden();
  // The room reads them on the projector.
  const wall = await workshop.enters('screen', projector);
  await wall.goto(below(workshop, 'findings'));
  await expect(
    wall.getByText('2 findings, 1 point unsorted. 3 votes each, 1 voted.'),
  ).toBeVisible();
  await expectLegible(wall);
  await expectNoViolations(wall);
  await first.getByRole('button', { name: 'Close votes' }).click();
  await expect(second.getByText('1 vote', { exact: true })).toBeVisible();
  await expect(wall.getByRole('listitem').filter({ hasText: 'Money' })).toContainText('2 votes');

  await second.getByRole('button', { name: 'For the room' }).click();
  await expect(second.getByText(/^2 findings, 1 point unsorted/)).toBeVisible();
  await second.getByRole('button', { name: 'Leave the wall' }).press('Enter');
  await second.getByRole('button', { name: 'As a list' }).click();

  // All findings change places in one step, which one undo takes back.
  await first.getByRole('button', { name: 'Order by votes' }).click();
  await expect(second.getByLabel('Name of finding 1')).toHaveValue('Money');
  await first.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(second.getByLabel('Name of finding 1')).toHaveValue('Waiting');
  await expect(second.getByLabel('Name of finding 2')).toHaveValue('Money');
  await expect(second.getByText('Vote closed, 1 voted.')).toBeVisible();
});

test('points are dragged into findings, and findings to their places, by mouse and by finger', async ({
  workshop,
}) => {
  await writesCard(workshop, 'Ada Okafor', 1, 'Doors', ['Queues', 'Tokens']);
  const page = await workshop.enters('facilitator');
  await page.goto(below(workshop, 'findings'));
  await page.getByLabel('Name of a new finding').fill('Waiting');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await page
    .getByRole('button', { name: /Tokens/ })
    .dragTo(page.getByText('No points in it yet.'), { steps: 8 });
  await expect(page.getByText('2 points from 4 tables, 1 unsorted')).toBeVisible();
  await expect(page.getByText('1 table', { exact: true })).toBeVisible();

  const add = async (name: string) => {
    await page.getByLabel('Name of a new finding').fill(name);
    await page.getByRole('button', { name: 'Add' }).first().click();
  };
  await add('Money');
  await add('People');
  const order = (on: Page, ...names: readonly string[]) =>
    Promise.all(
      names.map((name, index) =>
        expect(on.getByLabel(`Name of finding ${index + 1}`)).toHaveValue(name),
      ),
    );
  const place = (on: Page, number: number) =>
    on.getByRole('button', { name: new RegExp(`^Finding ${number}: drag it`) });
  await order(page, 'Waiting', 'Money', 'People');
  await place(page, 3).dragTo(page.getByLabel('Name of finding 1'), { steps: 8 });
  await order(page, 'People', 'Waiting', 'Money');
  await place(page, 1).press('ArrowDown');
  await order(page, 'Waiting', 'People', 'Money');
  await expect(place(page, 2)).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await order(page, 'People', 'Waiting', 'Money');

  // Somebody else on a phone drags the first behind all, while it is moved here as well.
  const other = await workshop.enters('facilitator', phone);
  await other.goto(below(workshop, 'findings'));
  await place(other, 1).scrollIntoViewIfNeeded();
  const finger = await Finger.on(other);
  await finger.holds(place(other, 1));
  await place(page, 3).press('ArrowUp');
  await order(other, 'People', 'Money', 'Waiting');
  await finger.drawsTo(other.getByLabel('Name of a new finding'));
  for (const each of [page, other]) await order(each, 'Money', 'Waiting', 'People');
});

test('in a gallery people walk through the cards, and the console shows how far', async ({
  workshop,
}) => {
  await writesCard(workshop, 'Ada Okafor', 1, 'Doors', ['Queues']);
  const ben = await writesCard(workshop, 'Ben Larsen', 2, 'Samples', ['Labels']);
  const console = await leads(workshop);
  await console.getByRole('button', { name: 'Mode' }).click();
  await console.getByRole('menuitem', { name: /Gallery/ }).click();
  await ben.page.goto(below(workshop, 'plenary'));
  await ben.page.getByText('Doors').click();
  await ben.page.getByRole('button', { name: /^Us too/ }).click();
  await console.getByText('1 looked, 1 said something').click();
  await expect(console.getByText('Queues +1')).toBeVisible();
  await expectNoViolations(ben.page);
  await expectNoViolations(console);
});

test('the whole room writes one note, and it is saved like a table’s', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 2 }, phone);
  for (const { page } of [ada, ben]) {
    await page.goto(workshop.address(`/s/${workshop.made.sessions[0]?.id}/note`));
    await expect(page.getByRole('heading', { name: 'Plenary note' })).toBeVisible();
  }
  await ada.types('From the floor: who pays?');
  await expect(ben.note).toContainText('From the floor: who pays?');
  await expect(ada.page.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();
  await expectNoViolations(ben.page);
});

test('the next session’s tables see what was found, and cite it in a point', async ({
  workshop,
}) => {
  await writesCard(workshop, 'Ada Okafor', 1, 'Doors', ['Queues']);
  const second = workshop.made.sessions[1];
  const leader = await workshop.enters('facilitator');
  await leader.goto(below(workshop, 'findings'));
  await leader.getByLabel('Name of a new finding').fill('Waiting costs weeks');
  await leader.getByRole('button', { name: 'Add' }).first().click();
  await expect(leader.getByLabel('Name of finding 1')).toHaveValue('Waiting costs weeks');

  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ben.page.goto(workshop.address(`/s/${second?.id}/g/${second?.groups[0]?.id}`));
  await expect(ben.note).toBeEditable();
  await ben.types('One queue for all');
  await ben.page.keyboard.press('ControlOrMeta+Enter');
  await ben.page.getByText('What earlier sessions found').click();
  await ben.page
    .getByLabel('Point that takes up: Waiting costs weeks')
    .selectOption({ label: 'One queue for all' });
  await expect(ben.page.getByRole('button', { name: 'Take back' })).toBeVisible();
  await expectNoViolations(ben.page);
});
