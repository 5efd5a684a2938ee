import { readFileSync, writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './workshop.ts';

/** Presses a button, confirms in the dialog that asks, and waits until it is gone. */
async function confirms(page: Page, button: string, does: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: does }).click();
  await expect(dialog).toBeHidden();
}

/** Moves a session one phase on, as the console does. */
function moves(page: Page, address: string): Promise<{ ok: boolean; status: number }> {
  return page.evaluate(async (to) => {
    const { ok, status } = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ command: 'next' }),
    });
    return { ok, status };
  }, address);
}

async function downloadsJson(page: Page, info: TestInfo, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^JSON/ }).click();
  const file = info.outputPath(name);
  await (await coming).saveAs(file);
  return file;
}

test('a card is signed off, put right after the event and marked, frozen with a hash that is checked, and reopened', async ({
  workshop,
}, info) => {
  // Five pages, two commands and a freeze, one after the other.
  test.slow();
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('We count config files: 3 sites, 11 files.');
  await ada.typesHeadline('Too many config files');
  await ada.seesSaved();

  const record = await workshop.enters('organizer');
  const phase = `/api/workshops/${workshop.made.workshop}/sessions/${workshop.made.sessions[0]?.id}/phase`;
  for (const _ of ['discuss', 'distil', 'report-back', 'amend'])
    expect((await moves(record, phase)).ok).toBe(true);
  await record.goto(workshop.address('/record'));
  await expect(record.getByRole('heading', { name: 'The record is open' })).toBeVisible();
  await confirms(record, 'Take corrections…', 'Take corrections');
  await expect(record.getByRole('heading', { name: 'Taking corrections' })).toBeVisible();

  // Nobody at the table reloads: what is said and asked there follows the record.
  await expect(ada.page.getByText(/^Corrections until/)).toBeVisible();
  await ada.page.getByRole('button', { name: 'Sign off' }).click();
  await expect(ada.page.getByText('Signed off as it is.')).toBeVisible();
  await ada.typesHeadline('Far ');
  await expect(ada.page.getByText(/Changed since you signed it off/)).toBeVisible();
  await ada.seesSaved();
  await ada.page.getByRole('button', { name: 'Sign off' }).click();
  await expect(ada.page.getByText('Signed off as it is.')).toBeVisible();

  const open = JSON.parse(readFileSync(await downloadsJson(record, info, 'open.json'), 'utf8'));
  expect(open.corrections).toMatchObject([{ part: 'headline' }]);
  expect(open.corrections[0].before.join()).toBe('Too many config files');

  const bystander = await workshop.enters('view');
  await bystander.goto(workshop.address('/record'));
  await expect(bystander.getByRole('heading', { name: 'Taking corrections' })).toBeVisible();

  await record.getByRole('button', { name: 'Freeze now…' }).click();
  await record.getByRole('dialog').getByRole('button', { name: 'Leave it' }).click();
  await expect(record.getByRole('heading', { name: 'Taking corrections' })).toBeVisible();
  await confirms(record, 'Freeze now…', 'Freeze the record');
  await expect(record.getByRole('heading', { name: 'The record is frozen' })).toBeVisible();
  const hash = await record
    .getByText(/^(?:sha256:)?[0-9a-f]{64}$/)
    .first()
    .innerText();
  await expect(ada.note).not.toBeEditable();
  // A page that somebody else has open turns by itself.
  await expect(bystander.getByRole('heading', { name: 'The record is frozen' })).toBeVisible();
  await expect(bystander.getByText(hash)).toBeVisible();

  const frozen = await downloadsJson(record, info, 'frozen.json');
  const checked = await workshop.server.command('verify-record', frozen);
  expect(checked).toContain(hash);
  expect(checked).toContain('as edition 1');
  const forged = info.outputPath('forged.json');
  writeFileSync(forged, readFileSync(frozen, 'utf8').replace('11 files', '12 files'));
  await expect(workshop.server.command('verify-record', forged)).rejects.toThrow(/was changed/);

  await confirms(record, 'Reopen…', 'Reopen it');
  await expect(record.getByRole('heading', { name: 'Taking corrections' })).toBeVisible();
  await expect(ada.note).toBeEditable();
  await record.getByText('One frozen edition').click();
  await expect(record.getByText(hash)).toBeVisible();
});
