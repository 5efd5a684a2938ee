import type { Page } from '@playwright/test';
import { test as base, expect, laptop, phone, Workshop } from './workshop.ts';

/** A server that takes no change of more than 2,000 bytes. */
const test = base.extend({
  workshop: async ({ browser }, use) => {
    const workshop = await Workshop.open(browser, () => ({ LIMITS: 'frameBytes=2000' }));
    await use(workshop);
    await workshop.close();
  },
});

test('two lead at once; text that the server did not take is said to both, and before freezing', async ({
  workshop,
}) => {
  const session = `?session=${workshop.made.sessions[0]?.id}`;
  const [one, other] = await Promise.all(
    [laptop, phone].map((window) => workshop.enters('facilitator', window)),
  );
  if (one === undefined || other === undefined) throw new Error('Nobody leads.');
  const noor = await workshop.sitsDown('Noor', { table: 2 });
  await noor.types('Short');
  await noor.seesSaved();
  await noor.page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document
      .querySelector('.ProseMirror')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, 'long '.repeat(800));
  await expect(noor.lamp('Not accepted')).toBeVisible();

  for (const page of [one, other]) await page.goto(workshop.address(session));
  const needs = (page: Page) => page.getByRole('region', { name: 'Needs you' });
  const said = /what Noor wrote last is too large to be taken/;
  for (const page of [one, other]) await expect(needs(page).getByText(said)).toBeVisible();

  const start = { name: 'Start discussion' };
  await Promise.all([one, other].map((page) => page.getByRole('button', start).click()));
  for (const page of [one, other])
    await expect(page.getByRole('button', { name: 'Start distilling' })).toBeVisible();

  await one.getByRole('button', { name: 'More', exact: true }).click();
  await one.getByRole('menuitem', { name: 'Freeze the cards now' }).click();
  await expect(one.getByRole('dialog').getByText(said)).toBeVisible();
  await one.getByRole('button', { name: 'Freeze all the same' }).click();
  await expect(other.getByRole('button', { name: 'Reopen the session' })).toBeVisible();
  await expect(noor.note).not.toBeEditable();
  await expect(needs(other).getByText(/a device of Noor may hold text/)).toBeVisible();
  await Promise.all(
    [one, other].map((page) => page.getByRole('button', { name: 'Reopen the session' }).click()),
  );
  await expect(noor.note).toBeEditable();
  await expect(needs(one).getByText(said)).toBeVisible();

  await one.goto(workshop.made.links.organizer);
  await one.waitForURL(/\/w\//);
  await one.goto(workshop.address('/record'));
  await one.getByRole('button', { name: 'Freeze now…' }).click();
  await expect(one.getByRole('dialog').getByText(said)).toBeVisible();
});
