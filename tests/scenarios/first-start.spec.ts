import { ReportbackServer } from '../language/reportback-server.ts';
import { expect, test } from './workshop.ts';

test.describe('a first start', () => {
  let server: ReportbackServer;
  test.beforeEach(async () => {
    server = await ReportbackServer.start();
  });
  test.afterEach(() => server.stop());

  test('offers the example, says that it is one, and removes it for good in one click', async ({
    page,
  }) => {
    await page.goto(server.address);
    await page.getByRole('link', { name: /Harmonizing Python Workflows/ }).click();
    await expect(page.getByText(/Invented sample data/)).toBeVisible();
    await expect(page.getByText('Cottonwood').first()).toBeVisible();

    await page.getByRole('button', { name: 'Remove the example' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /remove/i })
      .click();
    // The start page, and not the example's own, which has no such link either.
    await expect(page.getByRole('button', { name: 'Go in' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Harmonizing/ })).toHaveCount(0);

    await server.killAndRestart();
    await page.goto(server.address);
    await expect(page.getByRole('button', { name: 'Go in' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Harmonizing/ })).toHaveCount(0);
  });

  test('shows the example’s board with its disclaimer', async ({ page }) => {
    await page.goto(server.address);
    await page.getByRole('link', { name: /Harmonizing Python Workflows/ }).click();
    await page.getByRole('link', { name: 'Board' }).click();
    await expect(page.getByText(/The step from laptop to machine/)).toBeVisible();
    await expect(page.getByText(/Invented sample data/)).toBeVisible();
  });

  test('makes one’s own workshop of a pasted agenda', async ({ page }) => {
    await page.goto(server.address);
    await page.getByRole('link', { name: 'New workshop' }).click();
    await page
      .getByRole('textbox', { name: /agenda/i })
      .fill(
        [
          'Retreat on Shared Instruments',
          'Tuesday, 12 May 2027, Ghent, Belgium',
          '9:00-9:30 Welcome',
          '9:30-11:00 Small groups: what gets in the way',
          '  Report back 10:40',
          '11:00 Close',
        ].join('\n'),
      );
    await expect(page.getByText(/what gets in the way/).last()).toBeVisible();
    await page.getByRole('button', { name: 'Next: tables' }).click();
    await page.getByLabel('Number of tables').fill('6');
    await page.getByRole('button', { name: /^Next: / }).click();
    await page.getByRole('button', { name: /make|create/i }).click();
    await page.waitForURL(/\/w\//);
    await expect(page.getByText('Retreat on Shared Instruments')).toBeVisible();
  });
});
