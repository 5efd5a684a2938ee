import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ReportbackServer } from '../language/reportback-server.ts';
import { expect, phone, test } from './workshop.ts';

const harmony = readFileSync(
  path.resolve(import.meta.dirname, '../../apps/server/src/example/harmony-2025.txt'),
  'utf8',
);

test.describe('a new workshop', () => {
  let server: ReportbackServer;
  test.beforeAll(async () => {
    server = await ReportbackServer.start();
  });
  test.afterAll(() => server.stop());

  const paste = async (page: Page, text: string) => {
    await page.goto(`${server.address}/new`);
    await page.getByRole('textbox', { name: 'Paste the agenda' }).fill(text);
  };

  test('is made of a pasted agenda whose rows are corrected in place', async ({ page }) => {
    await paste(page, harmony);
    await expect(page.getByLabel('Place')).toHaveValue('Chicago, IL, USA');
    await page.getByRole('button', { name: /^11:00/ }).click();
    const row = page.getByRole('form', { name: /Inherent Challenges/ });
    await row.getByLabel('Title').fill('Inherent Challenges');
    await row.getByRole('button', { name: 'Done' }).click();

    // Too little time is said, with ways out.
    await expect(page.getByText('1 row needs a decision')).toBeVisible();
    await page.getByRole('button', { name: 'Start at 16:20' }).click();
    await expect(page.getByText('1 row needs a decision')).toBeHidden();

    // A session that would end before it starts is in the way.
    await page.getByRole('button', { name: /^14:00/ }).click();
    const second = page.getByRole('form', { name: /Activitiess/ });
    await second.getByLabel('Ends').fill('13:00');
    await expect(page.getByRole('alert').first()).toContainText('before it starts at 14:00');
    await expect(page.getByRole('button', { name: 'Next: tables' })).toBeDisabled();
    await second.getByLabel('Ends').fill('15:30');
    await second.getByRole('button', { name: 'Done' }).click();

    // A reload loses nothing of it.
    await page.reload();
    await expect(page.getByRole('button', { name: /^11:00.Inherent Challenges/ })).toBeVisible();

    await page.getByRole('button', { name: 'Next: tables' }).click();
    await page.getByLabel('The same tables in every session').uncheck();
    await page.getByText(/^Session 2, .*: all \d+$/).click();
    const tables = page.getByRole('group', { name: 'Tables of session 2' });
    await tables.getByLabel('Table 1 sits in this session').uncheck();
    await tables.getByLabel('Name of table 2 in this session').fill('Harbour');
    await page.getByRole('button', { name: 'Next: sessions' }).click();
    const session = page.getByRole('region', { name: /Session 2/ });
    await session.getByLabel('Report card').selectOption({ label: 'Problem, solutions, needs' });
    await page.getByRole('button', { name: 'Next: record' }).click();
    await page.getByLabel('Funding').fill('A grant');
    await page.getByRole('button', { name: 'Make the workshop' }).click();
    await page.waitForURL(/share/);

    await page.goto(page.url().replace('/share', '/settings'));
    await expect(page.getByLabel('Funding')).toHaveValue('A grant');
    await page.getByText('Session 1 Inherent Challenges').click();
    await expect(page.getByRole('form', { name: 'Inherent Challenges' })).toBeVisible();
    await expect(
      page.getByText(/^Tables: .* without table 1; 1 with another name here$/),
    ).toHaveCount(1);
    await expect(page.getByLabel('Report card').nth(1)).toHaveValue('solutions');
    await expect(page.getByLabel('Report-back').nth(2)).toHaveValue('16:20');
  });

  test('can be written row by row, on a phone', async ({ browser }) => {
    const page = await (await browser.newContext(phone)).newPage();
    await page.goto(`${server.address}/new`);
    await page.getByRole('button', { name: 'Write it row by row' }).click();
    const row = page.getByRole('form', { name: 'New row' });
    await row.getByLabel('Title').fill('What we share');
    await page.getByLabel('Starts').fill('09:00');
    await page.getByLabel('Ends').fill('10:00');
    await page.getByLabel('Report-back').fill('09:40');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('Title').first().fill('Retreat');
    await page.getByLabel('Time zone').fill('Europe/Brussels');
    await page.getByRole('button', { name: 'Next: tables' }).click();
    await page.getByRole('button', { name: 'Make the workshop' }).click();
    await page.waitForURL(/share/);
    await page.goto(page.url().replace('/share', ''));
    await expect(page.getByText('What we share').first()).toBeVisible();
  });

  test('comes from a file of whatever kind', async ({ page }) => {
    await page.goto(`${server.address}/new`);
    const open = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    const utf16 = Buffer.from('\uFEFF9:00-10:00 Small groups: Größe', 'utf16le');
    await open('agenda.txt', utf16);
    await expect(page.getByRole('button', { name: /Größe/ })).toBeVisible();
    const event =
      'BEGIN:VEVENT\nDTSTART:20270512T090000\nDTEND:20270512T100000\nSUMMARY:Breakout: Ideas\nEND:VEVENT';
    await open('agenda.ics', Buffer.from(`BEGIN:VCALENDAR\nVERSION:2.0\n${event}\nEND:VCALENDAR`));
    await expect(page.getByRole('button', { name: /Breakout: Ideas/ })).toBeVisible();
    await open('agenda.pdf', Buffer.from('%PDF-1.4'));
    await expect(page.getByRole('alert')).toContainText('PDF');
    await expect(page.getByRole('button', { name: /Breakout: Ideas/ })).toBeVisible();
  });
});
