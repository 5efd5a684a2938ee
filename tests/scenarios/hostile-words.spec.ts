import type { Page } from '@playwright/test';
import { expect, test } from './workshop.ts';

/* Script in names, notes, pasted pages, links and messages stays text on every screen that shows it. */

const hostile = '<img src=x onerror="window.hurt = 1"><script>window.hurt = 2</script>';

/** What a page elsewhere may have on the clipboard. */
const pasted = `<p onclick="window.hurt = 3">Copied <b>words</b></p><script>window.hurt = 4</script>
<a href="javascript:window.hurt=5">a link</a><svg onload="window.hurt = 6"></svg><iframe srcdoc="<script>parent.hurt = 7</script>"></iframe>`;

async function staysUnhurt(page: Page, shows: string | RegExp): Promise<void> {
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
  // What a page's markup asks for is asked for at once; two frames later it would have run.
  const hurt = await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve('hurt' in window))),
      ),
  );
  expect(hurt).toBe(false);
  expect(
    await page.locator('[href^="javascript:" i], [onerror], [onclick], [onload]').count(),
  ).toBe(0);
}

test('whatever people write, no page runs it', async ({ workshop }) => {
  test.setTimeout(240_000);
  const eve = await workshop.sitsDown(hostile.slice(0, 78), { table: 1 });
  await eve.typesHeadline(hostile);
  await eve.types(`${hostile} `);
  await eve.note.evaluate((note, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'Copied words');
    note.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, pasted);
  await eve.seesSaved();
  await staysUnhurt(eve.page, 'Copied');

  const organizer = await workshop.enters('organizer');
  const session = workshop.made.sessions[0]?.id;
  const table = workshop.made.sessions[0]?.groups[0]?.id;
  const call = (method: string, path: string, data: unknown) =>
    organizer.request.fetch(workshop.address('').replace('/w/', '/api/workshops/') + path, {
      method,
      data,
      headers: { origin: workshop.server.address },
    });
  expect(
    (await call('PATCH', `/groups/${table}`, { name: '<b onclick=hurt()>Pier</b>' })).ok(),
  ).toBe(true);
  expect((await call('PATCH', '', { place: hostile })).ok()).toBe(true);

  const words = /onerror=/;
  for (const [path, shows] of [
    ['/people', words],
    [`/s/${session}/g/${table}`, words],
    ['/settings', 'Settings'],
    ['/share', /<b onclick/],
    ['/tents', /<b onclick/],
    [`/s/${session}/board`, words],
    ['/record', /<b onclick/],
    ['', /<b onclick/],
  ] as const) {
    await organizer.goto(workshop.address(path));
    await staysUnhurt(organizer, shows);
  }

  const board = await workshop.board();
  await staysUnhurt(board, words);
  const record = await organizer.request.get(
    `${workshop.address('').replace('/w/', '/api/workshops/')}/record.html`,
  );
  // The record as a file of its own has no policy of a server above it.
  const alone = await workshop.page();
  await alone.setContent(await record.text());
  await staysUnhurt(alone, words);
});
