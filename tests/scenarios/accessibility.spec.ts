import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, laptop, phone, projector, test } from './workshop.ts';

/** Every rule that axe has for WCAG 2.2 A and AA. */
async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

for (const [name, window] of Object.entries({ laptop, phone })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const look = { ...window, colorScheme };

    test(`coming in has no barrier that axe knows: ${name}, ${colorScheme}`, async ({
      workshop,
    }) => {
      test.setTimeout(180_000);
      const page = await workshop.page(look);
      await page.goto(workshop.made.links.join);
      await expect(page.getByLabel('Your name')).toBeEditable();
      await expectNoViolations(page);
      await page.getByText('how to cite you').click();
      await page.getByRole('button', { name: 'Go to your table' }).click();
      await expect(page.getByText('Type your name first')).toBeVisible();
      await expectNoViolations(page);
      await page.goto(`${workshop.server.address}/join/222222`);
      await expect(page.getByText('No workshop here has the code')).toBeVisible();
      await expectNoViolations(page);
      await page.goto(`${workshop.server.address}/device`);
      await expect(page.getByLabel('Code')).toBeEditable();
      await expectNoViolations(page);
      await workshop.enters('view', look).then(async (viewer) => {
        await viewer.goto(workshop.address('/device'));
        await expect(viewer.getByRole('heading')).toBeVisible();
        await expectNoViolations(viewer);
      });
    });

    test(`the table’s day has no barrier that axe knows: ${name}, ${colorScheme}`, async ({
      workshop,
    }) => {
      test.setTimeout(300_000);
      const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, look);
      const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
      const { page } = ada;
      const button = (named: string | RegExp) => page.getByRole('button', { name: named });
      await ada.types('# Doors\nevery site has its own\n');
      await page.keyboard.press('ControlOrMeta+Enter');
      await ada.types('- one\n- two\n');
      await ben.types('# Keys\n[ ] ask Table 2\n\n');
      await ada.seesSaved();
      await expectNoViolations(page);

      await ada.types('\n/');
      await expect(page.getByText('Subheading')).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await button('Headings').click();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await button('More tools').click();
      await expectNoViolations(page);
      await page.getByRole('menuitem', { name: 'Find in the note' }).click();
      await expect(page.getByLabel('Find in the note')).toBeFocused();
      await page.keyboard.type('site');
      await expect(page.getByText('1 of 1')).toBeVisible();
      await expectNoViolations(page);
      await button('Done').click();
      await button('More tools').click();
      await page.getByRole('menuitem', { name: 'Link' }).click();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await button('More tools').click();
      await page.getByRole('menuitem', { name: 'Who wrote this' }).click();
      await expect(page.getByText(/^Written by|^Nothing is written/)).toBeVisible();
      await expectNoViolations(page);
      await button('Done').click();

      await button(/Here now/).click();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await button('Saved').click();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await button('Table 1').click();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');

      const card = page.getByRole('tab', { name: 'Card' });
      if (await card.isVisible()) await card.click();
      await ada.typesHeadline('Every facility is a different computer with quite a different door');
      await button('I will report').click();
      await button('Mark ready').click();
      await expect(page.getByText('The card is ready.')).toBeVisible();
      await expectNoViolations(page);

      await page.goto(workshop.address('/device'));
      await expect(page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/)).toBeVisible();
      await expectNoViolations(page);
      const [session] = workshop.made.sessions;
      await page.goto(workshop.address(`/s/${session?.id}/g/${session?.groups[1]?.id}`));
      await expect(page.getByText('You can read Table 2')).toBeVisible();
      await expectNoViolations(page);

      await page.goto(workshop.address(`/s/${session?.id}/g/${session?.groups[0]?.id}`));
      await expect(ada.note).toBeEditable();
      await workshop.server.kill();
      await ada.types(' to everything');
      await expect(page.getByText(/No connection since/)).toBeVisible();
      await expectNoViolations(page);
      await button('Only on this device').click();
      await expectNoViolations(page);
    });
  }
}

test('a facilitator’s table, a frozen one and one that is closed have no barrier that axe knows', async ({
  workshop,
}) => {
  test.setTimeout(180_000);
  const [session] = workshop.made.sessions;
  const table = (place: number) =>
    workshop.address(`/s/${session?.id}/g/${session?.groups[place]?.id}`);
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const facilitator = await workshop.enters('facilitator', phone);
  await facilitator.goto(table(1));
  await expect(facilitator.getByRole('textbox', { name: /^Note/ })).toBeVisible();
  await expectNoViolations(facilitator);
  const organizer = await workshop.enters('organizer');
  await organizer.evaluate(
    async ([workshopPath = '', phasePath = '']) => {
      const send = (method: string, path: string, body: unknown) =>
        fetch(path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      await send('POST', phasePath, { command: 'freeze' });
      await send('PATCH', workshopPath, { othersReadable: false });
    },
    [
      `/api/workshops/${workshop.made.workshop}`,
      `/api/workshops/${workshop.made.workshop}/sessions/${session?.id}/phase`,
    ],
  );
  await expect(ada.page.getByText('is frozen.')).toBeVisible();
  await expectNoViolations(ada.page);
  await ada.page.goto(table(2));
  await expect(ada.page.getByText('You cannot open Table 3.')).toBeVisible();
  await expectNoViolations(ada.page);
});

test('the organizer’s pages and the board have no barrier that axe knows', async ({ workshop }) => {
  const organizer = await workshop.enters('organizer');
  const session = workshop.made.sessions[0]?.id;
  for (const below of ['', '/share', '/record', `/s/${session}/board`]) {
    await organizer.goto(workshop.address(below));
    await expect(organizer.getByRole('heading').first()).toBeVisible();
    await expectNoViolations(organizer);
  }
  const wall = await workshop.board(projector);
  await expect(wall.getByRole('heading').first()).toBeVisible();
  await expectNoViolations(wall);
});

test('at 200 % zoom nothing is cut off at the sides or out of reach', async ({ workshop }) => {
  const zoomed = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
  const join = await workshop.page(zoomed);
  await join.goto(workshop.made.links.join);
  await expect(join.getByLabel('Your name')).toBeEditable();
  await expectNoSidewaysScrolling(join);
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, zoomed);
  const { page } = ada;
  await ada.types('# Doors\nEvery site has its own, and its own key to everything behind it.');
  for (const name of ['Headings', 'Undo', 'More tools', 'Make point', 'Saved', 'Table 1'])
    await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScrolling(page);
  await page.getByRole('tab', { name: 'Card' }).click();
  await expect(page.getByRole('button', { name: 'Mark ready' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'I write' }).click();
  await expect(page.getByRole('button', { name: 'Not me' })).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScrolling(page);
});

/** Neither the page nor a part of it that scrolls is wider than what one sees. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (each) =>
          each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX),
      )
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  expect(over).toEqual([]);
}
