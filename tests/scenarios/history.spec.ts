import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, laptop, phone, type Seated, test, type Workshop } from './workshop.ts';

async function toHistory({ page }: Seated): Promise<void> {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: /said earlier/ }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
}

/** A table that wrote, moved on to the next phase, and then changed its mind. */
async function changedItsMind(workshop: Workshop, ada: Seated, ben: Seated): Promise<void> {
  const facilitator = await workshop.enters('facilitator');
  await facilitator.goto(workshop.address(`?session=${workshop.made.sessions[0]?.id}`));
  await ada.types('# Doors\n- every site has its own key\ntokens last 12 hours');
  await ben.typesHeadline('One key for all doors');
  await ada.seesSaved();
  await ben.seesSaved();
  await facilitator.getByRole('button', { name: 'Start discussion' }).click();
  await expect(facilitator.getByRole('button', { name: 'Start distilling' })).toBeVisible();
  await ada.note.click();
  await ada.page.keyboard.press('ControlOrMeta+a');
  await ada.page.keyboard.type('Nothing of that counts');
  await ada.seesSaved();
}

test.slow();

for (const [name, window] of Object.entries({ laptop, phone })) {
  test(`a table reads what it had written, sees what changed, and brings it back: ${name}`, async ({
    workshop,
  }) => {
    const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, window);
    const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
    await changedItsMind(workshop, ada, ben);
    await toHistory(ada);
    const { page } = ada;
    if (name === 'phone') await page.getByRole('link', { name: /began/ }).click();
    const version = page.getByRole('region', { name: /^Table 1.* at \d\d:\d\d/ });
    await expect(version).toContainText(/Written by .*Ada Okafor/);
    await expect(version.getByRole('listitem')).toContainText([
      'every site has its own key',
      'tokens last 12 hours',
    ]);
    await expect(version).toContainText('One key for all doors');
    await expect(version.getByRole('textbox')).toHaveCount(0);

    await version.getByRole('tab', { name: 'What changed since' }).click();
    await expect(version.getByRole('deletion').first()).toContainText('Doors');
    await expect(version.getByRole('insertion')).toContainText('Nothing of that counts');
    await expectNoViolations(page);

    await version.getByRole('button', { name: 'Bring this back' }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText('becomes a version of its own');
    await question.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect(ben.note).toContainText('Nothing of that counts');

    await version.getByRole('button', { name: 'Bring this back' }).click();
    await question.getByRole('button', { name: 'Bring it back' }).click();
    await expect(version.getByRole('status')).toContainText('says again what it said');
    await expect(ben.note).toContainText('tokens last 12 hours');
    await expect(ben.note).not.toContainText('Nothing of that counts');
    await expect(
      ben.page.getByText(/Ada Okafor brought back what was here at \d\d:\d\d/),
    ).toBeVisible();

    // What it replaced is a version too.
    if (name === 'phone') await page.getByRole('link', { name: 'All versions' }).click();
    await expect(page.getByRole('link', { name: /brought back/ })).toBeVisible();
    await expectNoViolations(page);
  });
}

test('the console leads to a table’s versions, and another table’s people are not let in', async ({
  workshop,
}) => {
  const organizer = await workshop.enters('organizer', laptop);
  await organizer.goto(workshop.address(`?session=${workshop.made.sessions[0]?.id}`));
  await organizer.getByRole('button', { name: 'More about Table 2' }).click();
  await organizer.getByRole('menuitem', { name: 'Versions of its text' }).click();
  await expect(organizer.getByText('No versions yet.')).toBeVisible();
  await expectNoViolations(organizer);

  const cy = await workshop.sitsDown('Cy Amato', { table: 1 }, phone);
  await cy.page.goto(organizer.url());
  await expect(cy.page.getByText('This history is not yours to read.')).toBeVisible();
});

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}
