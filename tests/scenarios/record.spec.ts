import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, type Workshop } from './workshop.ts';

/** Every file on the record page, by what its button says, and what its bytes begin with or hold. */
const files: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^DOCX/, '.docx', /^PK/],
  [/^PDF/, '.pdf', /^%PDF-/],
  [/^HTML/, '.html', /^<!doctype html>/i],
  [/^Markdown/, '.md', /We count config files/],
  [/^LaTeX/, '.tex', /\\documentclass/],
  [/^CSV Points/, '.csv', /Session/i],
  [/^CSV Findings/, '.findings.csv', /Session/i],
  [/^JSON/, '.json', /"schema":"reportback-record\/1"/],
  [/^ZIP/, '.zip', /^PK/],
];

async function download(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function recordPage(workshop: Workshop): Promise<Page> {
  const page = await workshop.enters('organizer');
  await page.goto(workshop.address('/record'));
  return page;
}

test('an organizer downloads every format, a session, a table, and what goes with a session before it goes', async ({
  workshop,
}) => {
  // A dozen files, each made in a process of its own.
  test.slow();
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('We count config files: 3 sites, 11 files.');
  await ada.seesSaved();
  const page = await recordPage(workshop);
  for (const [button, ending, content] of files) {
    const file = await download(page, button);
    expect(file.name).toBe(`Workshop on Shared Instruments${ending}`);
    expect(file.bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')).toMatch(content);
    await expect(page.getByText(`Downloaded: ${file.name}`)).toBeVisible();
  }
  await page.getByRole('combobox', { name: 'Table' }).selectOption({ label: 'Table 2' });
  const one = await download(page, /^Markdown/);
  expect(one.name).toMatch(/^Table 2/);
  expect(one.bytes.toString()).not.toContain('We count config files');

  // One session, and one table in it.
  const scope = (name: 'Session' | 'Table') => page.getByRole('combobox', { name });
  await scope('Table').selectOption({ label: 'All tables' });
  await scope('Session').selectOption({ label: 'Small groups: what we would share' });
  const second = await download(page, /^Markdown/);
  expect(second.name).toMatch(/^Session 2 Small groups what we would share - .*\.md$/);
  expect(second.bytes.toString()).toContain('what we would share');
  expect(second.bytes.toString()).not.toContain('We count config files');
  await scope('Session').selectOption({ label: 'Small groups: what gets in the way' });
  await scope('Table').selectOption({ label: 'Table 1' });
  const third = await download(page, /^Markdown/);
  expect(third.name).toMatch(/^Table 1.*what gets in the way.*\.md$/);
  expect(third.bytes.toString()).toContain('We count config files');
  expect(third.bytes.toString()).not.toContain('Table 2');

  // A session that people wrote in is at hand before it is removed; a server that has no room for the file says so.
  await page.goto(workshop.address('/settings'));
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await sessions.getByText('Small groups: what gets in the way').first().click();
  await sessions.getByRole('button', { name: 'Remove this session' }).first().click();
  const dialog = page.getByRole('dialog');
  const problem = 'Too many exports are being downloaded. Try again in half a minute.';
  await page.route('**/record.zip?**', (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', problem } }),
  );
  await dialog.getByRole('button', { name: 'Download all of it first' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(problem);
  await page.unroute('**/record.zip?**');
  const kept = await download(page, /^Download all of it first/);
  expect(kept.name).toMatch(/^Session 1 Small groups what gets in the way - .*\.zip$/);
  const report = strFromU8(unzipSync(kept.bytes)['report.md'] ?? new Uint8Array());
  expect(report).toContain('We count config files');
  await expect(dialog.getByText(`Downloaded: ${kept.name}`)).toBeVisible();
});

test('the HTML opens by itself, without a server and without a script', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('We count config files: 3 sites, 11 files.');
  await ada.seesSaved();
  const { bytes } = await download(await recordPage(workshop), /^HTML/);
  const page = await workshop.page();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(bytes.toString());
  await expect(page.getByText('We count config files: 3 sites, 11 files.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Workshop on Shared Instruments',
  );
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('what the record withholds is chosen once, and names left in texts are shown', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('Okafor counted 11 files.');
  await ada.seesSaved();
  const page = await recordPage(workshop);
  await page.getByLabel('By table only').check();
  const warning = page.getByText(/may stand in a text/);
  await warning.click();
  await expect(page.getByRole('link', { name: 'Table 1, note' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('By table only')).toBeChecked();
  const json = await download(page, /^JSON/);
  expect(json.bytes.toString()).toContain('"attribution":"by-table"');

  await page.getByLabel('None (Chatham House)').check();
  await expect(page.getByRole('combobox', { name: 'Table' })).toBeHidden();
  const viewer = await workshop.enters('view');
  await viewer.goto(workshop.address('/record'));
  await expect(viewer.getByText('None (Chatham House). Organizers choose this.')).toBeVisible();
});

test('a table is asked for what its card lacks', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('We count config files.');
  await ada.seesSaved();
  const page = await recordPage(workshop);
  const ask = page.getByRole('button', {
    name: /^Ask the table: Table 1, No headline, points or reporter/,
  });
  await ask.first().click();
  await expect(page.getByText('Asked')).toBeVisible();
  await expect(
    ada.page.getByText('Please complete your table’s record: no headline, points or reporter yet.'),
  ).toBeVisible();
});

test('a file that does not come is said where it was asked for', async ({ workshop }) => {
  const page = await recordPage(workshop);
  await expect(page.getByRole('button', { name: /^PDF/ })).toBeEnabled();
  await workshop.server.kill();
  await page.getByRole('button', { name: /^PDF/ }).click();
  await expect(page.getByRole('alert')).toContainText('The server did not answer');
  await workshop.server.run();
});
