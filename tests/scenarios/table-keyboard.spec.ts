import type { Locator, Page } from '@playwright/test';
import { expect, phone, test } from './workshop.ts';

/** Presses Tab, or Shift and Tab, until something has the focus, as one does who cannot point. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target.toString()}.`);
}

test('a table’s day by keyboard alone: in, writing, the card, its order, ready, another table and back', async ({
  workshop,
}) => {
  const page = await workshop.page();
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const text = (name: string | RegExp) => page.getByRole('textbox', { name });
  const points = text('Words of the point');
  await page.goto(workshop.made.sessions[0]?.groups[0]?.url ?? '');
  await tabTo(page, page.getByLabel('Your name'));
  await keyboard.type('Ada Okafor');
  await keyboard.press('Enter');

  // The note: a heading, two lines that become points, a mark, undo.
  const note = text(/^Note/);
  await expect(note).toBeEditable();
  await tabTo(page, note);
  await keyboard.type('# What differs\nEvery site has its own door');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(points).toHaveCount(1);
  await keyboard.type('\nand its own key');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(points).toHaveCount(2);
  await keyboard.press('Enter');
  await keyboard.type('/numbered');
  await keyboard.press('Enter');
  await keyboard.type('first');
  await expect(note.locator('ol > li')).toHaveText('first');

  // Escape leaves the text for the row of tools, where arrows lead on.
  await keyboard.press('Escape');
  await keyboard.press('Shift+Tab');
  await expect(page.getByRole('toolbar').locator(':focus')).toHaveCount(1);
  await tabTo(page, button('Headings'), 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await expect(button('Bold')).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('ArrowLeft');
  await expect(button('More tools')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Find in the note' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Find in the note')).toBeFocused();
  await keyboard.type('door');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await keyboard.press('Escape');
  await expect(note).toBeFocused();

  // The card: its texts follow the note.
  await keyboard.press('Escape');
  await tabTo(page, text(/^Headline/));
  await keyboard.type('Every facility is a different computer');
  await tabTo(page, button(/^Point 2:/));
  await keyboard.press('ArrowUp');
  await expect(points).toHaveText(['and its own key', 'Every site has its own door']);
  await tabTo(page, button('Add a point'));
  // Nobody waits for the new point's field: not one letter is lost.
  await Promise.all([keyboard.press('Enter'), keyboard.type('Keys expire')]);
  await expect(points.nth(2)).toHaveText('Keys expire');
  await keyboard.press('Alt+ArrowUp');
  await expect(points).toHaveText([
    'and its own key',
    'Keys expire',
    'Every site has its own door',
  ]);
  await keyboard.press('ControlOrMeta+z');
  await expect(points.nth(2)).toHaveText('Keys expire');
  await tabTo(page, button('I will report'));
  await keyboard.press('Enter');
  await expect(page.getByRole('main').getByText('Ada Okafor (you)')).toBeVisible();
  await tabTo(page, button('Mark ready'));
  await keyboard.press('Enter');
  await expect(page.getByText('The card is ready.')).toBeVisible();

  // Who is here, where the text is, and the way to another table and back.
  await tabTo(page, button(/Here now/), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Here now' })).toBeVisible();
  await keyboard.press('Escape');
  await tabTo(page, button('Saved'));
  await keyboard.press('Enter');
  await expect(page.getByText('Closing the lid is safe.')).toBeVisible();
  await keyboard.press('Escape');
  await tabTo(page, button('Table 1'), 'Shift+Tab');
  await keyboard.press('Enter');
  while (!(await page.getByRole('menuitem', { name: 'Table 3' }).evaluate(hasFocus)))
    await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByText('You can read Table 3, not write in it.')).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Back to Table 1' }));
  await keyboard.press('Enter');
  await expect(note).toBeEditable();
  await expect(note).toContainText('its own door');
});

const hasFocus = (element: Element) => element === document.activeElement;

test('on a narrow page note and card are tabs that arrows lead between', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const { page } = ada;
  await tabTo(page, page.getByRole('tab', { name: 'Note' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Card' })).toBeFocused();
  await expect(ada.note).toBeHidden();
  await tabTo(page, ada.headline);
  await page.keyboard.type('Doors');
  await expect(ada.headline).toHaveText('Doors');
});

test('a screen reader hears who joined and which phase it is, and no keystroke', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('output, [role=status], [role=alert]'))
        if (region.textContent) heard.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const heard = () =>
    ada.page.evaluate(() => [...new Set((window as unknown as { heard: string[] }).heard)]);
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await expect.poll(heard).toContain('Ben Larsen joined.');
  await ben.types('What Ben types is read in the note, not called out.');
  await expect(ada.note).toContainText('not called out.');
  const facilitator = await workshop.enters('facilitator');
  await facilitator.goto(workshop.address(`?session=${workshop.made.sessions[0]?.id}`));
  await facilitator.getByRole('button', { name: 'Start discussion' }).click();
  await expect.poll(heard).toContain('Now: Discuss.');
  expect((await heard()).join(' ')).not.toContain('What Ben');
  await ben.page.close();
  await expect.poll(heard).toContain('Ben Larsen left.');
});
