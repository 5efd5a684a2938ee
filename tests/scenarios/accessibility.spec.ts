import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, laptop, phone, projector, test } from './workshop.ts';

/** Every rule that axe has for WCAG 2.2 A and AA. */
async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
}

for (const [name, window] of Object.entries({ laptop, phone })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the table’s day has no barrier that axe knows: ${name}, ${colorScheme}`, async ({
      workshop,
    }) => {
      const join = await workshop.page({ ...window, colorScheme });
      await join.goto(workshop.made.sessions[0]?.groups[0]?.url ?? '');
      await expect(join.getByLabel('Your name')).toBeEditable();
      await expectNoViolations(join);

      const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, { ...window, colorScheme });
      await ada.types('# Doors\n- every site has its own\n- and its own key');
      await ada.seesSaved();
      await expectNoViolations(ada.page);

      await workshop.server.kill();
      await ada.types(' to everything');
      await expect(ada.lamp('Saved')).toBeHidden();
      await expectNoViolations(ada.page);
    });
  }
}

test('the organizer’s pages and the board have no barrier that axe knows', async ({ workshop }) => {
  const organizer = await workshop.enters('organizer');
  const session = workshop.made.sessions[0]?.id;
  for (const below of ['', '/share', '/record', `/s/${session}/board`]) {
    await organizer.goto(workshop.address(below));
    await expect(organizer.getByRole('heading').first()).toBeVisible();
    await expectNoViolations(organizer);
  }
  const wall = await workshop.board(projector);
  await expect(wall.getByRole('heading').first()).toBeVisible();
  await expectNoViolations(wall);
});
