import { expect, laptop, phone, test } from './workshop.ts';

test('an organizer switches a link and the code off, and the list says who did it', async ({
  workshop,
}) => {
  const page = await workshop.enters('organizer', laptop);
  await page.goto(workshop.address('/share'));
  await page.getByRole('button', { name: 'Change the link for readers' }).click();
  await page.getByRole('menuitem', { name: 'Switch off…' }).click();
  await page.getByRole('button', { name: 'Switch it off' }).click();
  await expect(page.getByText('Switched off', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change the join code' }).click();
  await page.getByRole('menuitem', { name: 'Switch off…' }).click();
  await page.getByRole('button', { name: 'Switch it off' }).click();
  await expect(page.getByText('The join code is switched off.')).toBeVisible();
  await page.getByText('Who did what').click();
  await expect(page.getByText('switched off the join code')).toBeVisible();
});

test('an organizer adds people, places them, and takes it back', async ({ workshop }) => {
  const page = await workshop.enters('organizer', laptop);
  await page.goto(workshop.address('/people'));
  await page
    .getByLabel('Add people')
    .fill('Name,Affiliation,Table\nMax,Uni,1\nEva,Uni,\nLi,Lab,99');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText('3 people to add, 0 there already.')).toBeVisible();
  await expect(page.getByText('there is no table “99”')).toBeVisible();
  await page.getByLabel('What column 3 holds').selectOption('Leave it out');
  await expect(page.getByText('there is no table “99”')).toHaveCount(0);
  await page.getByLabel('What column 3 holds').selectOption('Table');
  await expect(page.getByText('there is no table “99”')).toBeVisible();
  await page.getByRole('button', { name: 'Add 3 people' }).click();
  await expect(page.getByText('3 added, 0 were there already.')).toBeVisible();
  await expect(page.getByText('there is no table “99”')).toBeVisible();
  await page.getByRole('button', { name: 'Place the 2 at random' }).click();
  await expect(page.getByText('2 moved.')).toBeVisible();
  await expect(page.getByLabel('Table of Eva')).not.toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Table of Eva')).toHaveValue('');
  // For one session alone; a reload forgets no way back.
  await page.getByLabel('Who sits where in').selectOption({ index: 2 });
  await page.getByLabel('Table of Max').selectOption({ label: 'Table 3' });
  await expect(page.getByText('1 moved.')).toBeVisible();
  await page.getByLabel('Who sits where in').selectOption({ label: 'All sessions' });
  await expect(page.getByLabel('Table of Max')).toHaveValue(/./);
  await page.reload();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 moved.')).toBeVisible();
  await page.getByLabel('Who sits where in').selectOption({ index: 2 });
  await expect(page.getByRole('button', { name: 'Back to the usual tables' })).toBeDisabled();
  await page.getByRole('button', { name: 'Erase Li' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByLabel('Table of Li')).toBeHidden();

  // Who was expected says their name alone, and loses nothing that the roster knows of them.
  const max = await workshop.page(phone);
  await max.goto(workshop.made.links.join);
  await max.getByLabel('Your name').fill('Max');
  await max.getByRole('button', { name: 'Go to your table' }).click();
  await max.waitForURL(new RegExp(`/g/${workshop.made.sessions[0]?.groups[0]?.id}`));
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: 'Max' })).toContainText('Max Uni');
  await expect(page.getByText('Uni · not here yet')).toHaveCount(1);
});

test('an organizer changes settings, is told what cannot be, and prints tents', async ({
  workshop,
}) => {
  const page = await workshop.enters('organizer', laptop);
  await page.goto(workshop.address('/settings'));
  const about = page.getByRole('form', { name: 'The workshop' });
  await about.getByLabel('Funding').fill('A grant');
  await about.getByRole('button', { name: 'Save' }).click();
  await expect(about.getByText('Saved')).toBeVisible();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await sessions.getByText('what gets in the way').click();
  const session = sessions.getByRole('form');
  await session.getByLabel('Ends').fill('01:00');
  await session.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('before it starts')).toBeVisible();
  // Folded, it says that it holds something; an address that names it opens it.
  await sessions.getByText('what gets in the way').click();
  await expect(session).toBeHidden();
  await expect(sessions.getByText('Changes to save').first()).toBeVisible();
  const row = page.getByRole('link', { name: /what gets in the way/ });
  await row.click();
  await expect(session.getByLabel('Ends')).toHaveValue('01:00');
  await page.reload();
  await expect(session.getByLabel('Ends')).toHaveValue('11:00');
  await expect(sessions.getByText('Changes to save').first()).toBeHidden();
  await page.getByRole('button', { name: 'Add a session' }).click();
  const added = page.getByRole('form', { name: 'New session' });
  await added.getByLabel('Title').fill('Open questions');
  await added.getByLabel('Starts').fill('12:30');
  await added.getByRole('button', { name: 'Add it' }).click();
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByText('Session 3')).toBeVisible();
  await sessions.getByText('Open questions').click();
  await sessions.getByRole('button', { name: 'Remove this session' }).last().click();
  await expect(agenda.getByText('Open questions')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(agenda.getByText('Open questions')).toBeVisible();
  await agenda.getByRole('button', { name: /Coffee break/ }).click();
  // Another organizer has changed the row since it was opened.
  const coffee = page.getByRole('form', { name: 'Coffee break' });
  await coffee.getByLabel('Starts').fill('11:05');
  const other = await workshop.enters('organizer', laptop);
  await other.goto(workshop.address('/settings'));
  await other.getByRole('button', { name: /Coffee break/ }).click();
  await other.getByLabel('Starts').last().fill('11:10');
  await other
    .getByRole('form', { name: 'Coffee break' })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(other.getByText('Saved')).toBeVisible();
  await coffee.getByRole('button', { name: 'Save' }).click();
  await expect(
    coffee.getByText('Somebody else changed “Starts” meanwhile. It is now: 11:10'),
  ).toBeVisible();
  await coffee.getByRole('button', { name: 'Keep mine' }).click();
  await coffee.getByRole('button', { name: 'Save' }).click();
  await expect(coffee.getByText('Saved')).toBeVisible();
  await page.getByRole('button', { name: 'Add a table' }).click();
  await expect(page.getByRole('textbox', { name: 'Table 5' })).toBeVisible();
  await page.goto(workshop.address('/tents'));
  await expect(page.getByRole('button', { name: 'Print 5 tents' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of the link of Table 5' })).toBeVisible();
  // The sheet is the one that was chosen, on the screen and from the printer.
  const card = page.getByRole('listitem').filter({ hasText: 'Scan, type your name' }).first();
  const heights: (number | undefined)[] = [];
  for (const [paper, sheet] of [
    ['A4', /MediaBox \[0 0 59\d\.?\d* 84\d/],
    ['Letter', /MediaBox \[0 0 612 792\]/],
  ] as const) {
    await page.getByLabel('Paper').selectOption(paper);
    heights.push((await card.boundingBox())?.height);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(sheet);
    expect(pdf.match(/MediaBox/g)).toHaveLength(3);
  }
  expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
});
