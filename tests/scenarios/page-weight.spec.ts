import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './workshop.ts';

/**
 * JavaScript that a page fetches until it is usable, gzipped, in kilobytes of 1,000 bytes. A phone on a
 * conference's Wi-Fi pays for each of them; React and React DOM alone are about 70.
 */
const budgets = { join: 90, table: 270, board: 105 };

/** Adds up what a page fetches until `usable` resolves, without what it leaves for an idle moment. */
async function weight(page: Page, usable: () => Promise<unknown>): Promise<number> {
  // Or it would depend on the machine whether such a moment comes before.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body());
  });
  await usable();
  const all = await Promise.all(bodies);
  return all.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000;
}

test('pages stay light until they can be used', async ({ workshop }) => {
  const table = workshop.made.sessions[0]?.groups[0]?.url ?? '';
  const join = await workshop.page();
  const joining = await weight(join, async () => {
    await join.goto(table);
    await expect(join.getByLabel('Your name')).toBeEditable();
  });
  expect(joining).toBeLessThanOrEqual(budgets.join);

  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const again = await ada.page.context().newPage();
  const opening = await weight(again, async () => {
    await again.goto(ada.page.url());
    await expect(again.getByRole('textbox', { name: /^Note/ })).toBeEditable();
  });
  expect(opening).toBeLessThanOrEqual(budgets.table);

  const board = await workshop.page();
  const watching = await weight(board, async () => {
    await board.goto(workshop.made.links.screen);
    await expect(board.getByRole('heading').first()).toBeVisible();
  });
  expect(watching).toBeLessThanOrEqual(budgets.board);
});
