import type { CDPSession, Page } from '@playwright/test';
import { expect, phone, test } from './workshop.ts';

/** A phone whose keyboard composes every word, as Android's do. */
const android = {
  ...phone,
  userAgent:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
};
const points = (page: Page) => page.getByRole('textbox', { name: 'Words of the point' });

/** Draws one finger over the screen. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly object[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
  await touch('touchStart', [from]);
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [
      { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
    ]);
  await touch('touchEnd', []);
}

/** What Android's keyboards do for a word: they compose it letter by letter and commit it. */
async function composeWord(devtools: CDPSession, word: string): Promise<void> {
  for (let length = 1; length <= word.length; length++)
    await devtools.send('Input.imeSetComposition', {
      text: word.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  await devtools.send('Input.insertText', { text: word });
}

/** Enter as Android's keyboards may send it: a key without a name, and what is meant only as input. */
async function androidEnter(devtools: CDPSession): Promise<void> {
  const nameless = { key: 'Unidentified', windowsVirtualKeyCode: 229 };
  await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...nameless });
  await devtools.send('Input.dispatchKeyEvent', { type: 'char', ...nameless, text: '\r' });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...nameless });
}

// Where others load the machine, a phone's day takes its time.
test.describe.configure({ timeout: 240_000 });

test('on a phone a tap makes a line a point, a finger moves it, and a tap takes the report', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  const { page } = ada;
  await ada.note.tap();
  for (const line of ['one', 'two', 'three']) {
    await page.keyboard.type(line);
    await page.getByRole('button', { name: 'Make point' }).tap();
    await expect(page.getByRole('button', { name: /^Point \d/ })).toBeVisible();
    await page.keyboard.press('Enter');
  }
  // The keyboard has stayed: the caret never left the note.
  await expect(ada.note).toBeFocused();
  await page.getByRole('tab', { name: 'Card' }).tap();
  await expect(points(page)).toHaveText(['one', 'two', 'three']);
  const handle = (place: number) =>
    page.getByRole('button', { name: new RegExp(`^Point ${place}:`) }).boundingBox();
  const [third, first] = [await handle(3), await handle(1)];
  if (third === null || first === null) throw new Error('The points have no handles.');
  const middle = ({ x, y, width, height }: typeof first) => ({
    x: x + width / 2,
    y: y + height / 2,
  });
  await drag(page, middle(third), { x: middle(first).x, y: first.y - 8 });
  await expect(points(page)).toHaveText(['three', 'one', 'two']);
  // At once: a drag that flung the page would have the browser swallow this tap.
  await page.getByRole('button', { name: 'I will report' }).tap();
  await expect(points(ben.page)).toHaveText(['three', 'one', 'two']);
  await expect(ben.page.getByRole('main').getByText('Ada Okafor')).toBeVisible();
  // The other face has kept its place.
  await page.getByRole('tab', { name: 'Note' }).tap();
  await expect(ada.note.locator('[data-point="1"]')).toHaveText('three');
});

test('Android’s keyboard: words that are composed, and Enter without a name, part lines as they should', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, android);
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  const devtools = await ada.page.context().newCDPSession(ada.page);
  await ada.note.tap();
  await ada.page.keyboard.type('- ');
  await composeWord(devtools, 'tokens');
  await androidEnter(devtools);
  await composeWord(devtools, 'queues');
  await expect(ben.note.locator('li')).toHaveText(['tokens', 'queues']);
  await androidEnter(devtools);
  await androidEnter(devtools);
  await composeWord(devtools, 'after');
  await expect(ben.note.locator('li')).toHaveText(['tokens', 'queues']);
  await expect(ben.note.locator(':scope > p').first()).toHaveText('after');

  // In the card Enter leads on instead.
  await ada.page.getByRole('tab', { name: 'Card' }).tap();
  await ada.page.getByRole('button', { name: 'Add a point' }).tap();
  await expect(points(ada.page).first()).toBeFocused();
  await composeWord(devtools, 'keys');
  await androidEnter(devtools);
  await expect(points(ada.page).nth(1)).toBeFocused();
  await composeWord(devtools, 'doors');
  await expect(points(ben.page)).toHaveText(['keys', 'doors']);
});

test('the tools stand above a phone’s keyboard, upright and on its side, and the caret’s line in sight', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const { page } = ada;
  await ada.note.tap();
  for (let line = 1; line <= 10; line++) await page.keyboard.type(`${line}\n`);
  await page.keyboard.type('The last line');
  for (const left of [
    { width: 360, height: 400 },
    { width: 740, height: 300 },
    { width: 740, height: 170 },
  ]) {
    await page.setViewportSize(left);
    await expect
      .poll(async () => {
        const bar = await page.getByRole('toolbar', { name: 'Format' }).boundingBox();
        const line = await page.getByText('The last line').boundingBox();
        const lamp = await page.getByRole('banner').getByText('Saved').boundingBox();
        if (bar === null || line === null || lamp === null) return 'something is missing';
        if (bar.y + bar.height > left.height + 1) return 'the tools are below the edge';
        if (line.y + line.height > bar.y) return 'the line is behind the tools';
        return line.y > lamp.y + lamp.height ? 'in sight' : 'the line is behind the header';
      })
      .toBe('in sight');
  }
});

test('nothing that is typed in is so small that a phone would zoom in, and nothing is too small to touch', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const { page } = ada;
  await ada.types('# Doors\nEvery site has its own');
  const small = () =>
    page.evaluate(() => {
      const seen = (element: Element) => element.checkVisibility() && element.clientWidth > 1;
      const fields = [...document.querySelectorAll('input, textarea, [contenteditable=true]')];
      const buttons = [...document.querySelectorAll('button, a[href], [role=tab]')];
      return [
        ...fields
          .filter(seen)
          .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16),
        // WCAG 2.2 AA asks for 24; the tools of one row share its width.
        ...buttons.filter(seen).filter((button) => {
          const { width, height } = button.getBoundingClientRect();
          return width < 24 || height < 36;
        }),
      ].map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
  expect(await small()).toEqual([]);
  await page.getByRole('button', { name: 'More tools' }).tap();
  await page.getByRole('menuitem', { name: 'Find in the note' }).tap();
  expect(await small()).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).tap();
  await page.getByRole('tab', { name: 'Card' }).tap();
  expect(await small()).toEqual([]);
  // Nothing stands over the edge at the sides.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
