import { expect, laptop, phone, test } from './workshop.ts';

test('an organizer leaves two tables out of a session and renames one; every page says so', async ({
  workshop,
}) => {
  const [, second] = workshop.made.sessions;
  const [, , third] = second?.groups ?? [];
  const at = (rest: string) => workshop.address(`/s/${second?.id}${rest}`);
  const ana = await workshop.sitsDown('Ana', { table: 3 }, phone);
  const page = await workshop.enters('organizer', laptop);
  const console = await workshop.enters('facilitator', laptop);
  await console.goto(workshop.address(`?session=${second?.id}`));
  const board = await workshop.enters('screen');
  await board.goto(at('/board'));
  await expect(board.getByText('Table 4')).toBeVisible();

  await page.goto(workshop.address('/settings'));
  await page.getByText('Session 2 Small groups: what we would share').click();
  const form = page.getByRole('form', { name: 'what we would share' });
  await form.getByText('Tables: all 4').click();
  await form.getByLabel('Table 3 sits in this session').uncheck();
  await form.getByLabel('Table 4 sits in this session').uncheck();
  await form.getByLabel('Name of table 1 in this session').fill('Harbour');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Saved')).toBeVisible();
  await expect(
    form.getByText('Tables: 2 of 4, without tables 3 and 4; 1 with another name here'),
  ).toBeVisible();

  // Both have been open all the time.
  await expect(console.getByText('Harbour').first()).toBeVisible();
  for (const shown of [board, console]) await expect(shown.getByText('Table 4')).toHaveCount(0);
  await expect(board.getByText('2 tables, nobody has written yet.')).toBeVisible();

  // Each way in tells it: the links, the tents, and who comes in while the session is on.
  await page.goto(workshop.address('/share'));
  await expect(page.getByText('not in session 2')).toHaveCount(2);
  await expect(page.getByText('“Harbour” in session 2')).toBeVisible();
  await page.goto(workshop.address('/tents'));
  await expect(page.getByText('what we would share (here: Harbour)')).toHaveCount(1);
  await expect(page.getByText('Small groups: what we would share')).toHaveCount(2);
  await console.getByRole('button', { name: 'Start discussion' }).click();
  const guest = await workshop.page(phone);
  await guest.goto(second?.groups[3]?.url ?? '');
  await expect(guest.getByText(/Table 4 does not sit in .*Choose another table/)).toBeVisible();
  await expect(guest.getByRole('radio')).toHaveCount(2);

  await ana.page.goto(at(`/g/${third?.id}`));
  await expect(ana.page.getByText(/Table 3 does not sit in/)).toBeVisible();
  await expect(ana.note).not.toBeEditable();
  await ana.page.getByLabel('Another table, for this session').selectOption('Table 1: Harbour');
  await ana.page.getByRole('button', { name: 'Sit there' }).click();
  await expect(ana.note).toBeEditable();
  await expect(ana.page.getByRole('banner').getByText('Harbour')).toBeVisible();
  await ana.types('Slow permits');
  await ana.seesSaved();
});

test('a table that has written is left out of a session only after asking', async ({
  workshop,
}) => {
  const ana = await workshop.sitsDown('Ana', { table: 2 });
  await ana.types('Slow permits');
  await ana.seesSaved();
  const page = await workshop.enters('organizer', laptop);
  await page.goto(workshop.address('/settings'));
  await page.getByText('Session 1 Small groups: what gets in the way').click();
  const form = page.getByRole('form', { name: 'what gets in the way' });
  await form.getByText('Tables: all 4').click();
  await form.getByLabel('Table 2 sits in this session').uncheck();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toContainText('Table 2 has written');
  await page.getByRole('button', { name: 'Keep them in' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await expect(form.getByText('Saved')).toBeVisible();
  await ana.page.reload();
  await expect(ana.page.getByText(/Table 2 does not sit in/)).toBeVisible();
  await expect(ana.page.getByText('Slow permits')).toBeVisible();
});
