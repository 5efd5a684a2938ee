import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Seated, test } from './workshop.ts';

const points = (seated: Seated) => seated.page.getByRole('textbox', { name: 'Words of the point' });

/** What a program's clipboard holds, put into a text as pasting does. */
async function paste(target: Locator, clipboard: Readonly<Record<string, string>>): Promise<void> {
  await target.focus();
  await target.evaluate((element, held) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(held)) clipboardData.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, clipboard);
}

/** Words that an input method composes before it commits them, as Android keyboards and East Asian ones do. */
async function compose(page: Page, steps: readonly string[], committed: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps)
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await devtools.send('Input.insertText', { text: committed });
}

test('a line of the note becomes a point, keeps its link through edits, and undo takes the point back', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Tokens last 12 hours');
  await ada.page.keyboard.press('ControlOrMeta+Enter');
  await expect(points(ada)).toHaveText(['Tokens last 12 hours']);
  await expect(points(ben)).toHaveText(['Tokens last 12 hours']);
  await ben.types(' at one site');
  await points(ada).click();
  await ada.page.keyboard.press('End');
  await ada.page.keyboard.type(', no more');
  await expect(points(ben)).toHaveText(['Tokens last 12 hours, no more']);
  // The line at the caret is marked with the number of its point, on both screens.
  await expect(ben.note.locator('[data-point="1"]')).toHaveText('Tokens last 12 hours at one site');
  await expect(ada.note.locator('[data-point="1"]')).toHaveText('Tokens last 12 hours at one site');

  await ben.types('\nDrop this');
  await ben.page.keyboard.press('ControlOrMeta+Enter');
  await expect(points(ben)).toHaveCount(2);
  await ben.page.keyboard.press('ControlOrMeta+z');
  await expect(points(ben)).toHaveCount(1);
  await expect(ben.note).toContainText('Drop this');
  await expect(ada.note).toContainText('at one site');
});

test('a line shows where what is dragged would land, and words land there', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const { page, note } = ada;
  await ada.types('Later.\nFirst.');
  const [from, to] = await Promise.all([
    note.getByText('Later.').boundingBox(),
    note.getByText('First.').boundingBox(),
  ]);
  const middle = (box: typeof from) => (box?.y ?? 0) + (box?.height ?? 0) / 2;
  const x = (from?.x ?? 0) + 2;
  await page.keyboard.press('ControlOrMeta+Home');
  for (const _ of 'Later') await page.keyboard.press('Shift+ArrowRight');
  const line = page.locator('[class*="prosemirror-dropcursor"]');

  await page.mouse.move(x + 10, middle(from));
  await page.mouse.down();
  let step = 0;
  // What draws the line comes with the first drag; each move is one more chance to draw it.
  await expect(async () => {
    await page.mouse.move(x, middle(to) + (step++ % 2));
    await expect(line).toBeVisible({ timeout: 250 });
  }).toPass();
  await page.mouse.up();
  await expect(line).toHaveCount(0);
  await expect(note.locator('p')).toHaveText(['.', 'LaterFirst.']);
});

test('two people who move points at once leave each of them once', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  for (const text of ['one', 'two', 'three']) {
    await ada.types(text);
    await ada.page.keyboard.press('ControlOrMeta+Enter');
    await ada.page.keyboard.press('Enter');
  }
  await expect(points(ben)).toHaveText(['one', 'two', 'three']);
  const moves = (seated: Seated, place: number) =>
    seated.page.getByRole('button', { name: new RegExp(`^Point ${place}:`) });
  await Promise.all([moves(ada, 3).press('ArrowUp'), moves(ben, 1).press('ArrowDown')]);
  await expect(points(ada)).toHaveCount(3);
  await expect
    .poll(async () => (await points(ben).allTextContents()).join())
    .toBe((await points(ada).allTextContents()).join());
  expect((await points(ada).allTextContents()).sort()).toEqual(['one', 'three', 'two']);
});

test('undo takes back what one wrote oneself, not what others did meanwhile', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Ada writes this. ');
  await expect(ben.note).toContainText('Ada writes this.');
  await ben.types('Ben writes that. ');
  await expect(ada.note).toContainText('Ben writes that.');
  await ada.note.press('ControlOrMeta+z');
  await expect(ada.note).toHaveText('Ben writes that. ');
  await expect(ben.note).toHaveText('Ben writes that. ');
});

test('what input methods compose arrives whole while somebody else types in the same line', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Trees: ');
  await expect(ben.note).toHaveText('Trees: ');
  await ben.note.click();
  await ben.page.keyboard.press('Home');
  await Promise.all([
    compose(ada.page, ['ki', '木', '木を', '木を植'], '木を植える'),
    ben.page.keyboard.type('Many '),
  ]);
  await expect(ada.note).toHaveText('Many Trees: 木を植える');
  await expect(ben.note).toHaveText('Many Trees: 木を植える');
});

test('a word stays whole when others write in front of it and behind it', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('sun');
  await expect(ben.note).toHaveText('sun');
  await ben.types(' grows');
  await expect(ada.note).toHaveText('sun grows');
  // Ada is in the middle of her word, and goes on there.
  await ada.page.keyboard.type('flower');
  await expect(ben.note).toHaveText('sunflower grows');
  await ben.page.keyboard.press('Home');
  await Promise.all([ben.page.keyboard.type('the '), ada.page.keyboard.type('s')]);
  await expect(ada.note).toHaveText('the sunflowers grows');
});

test('pasting from Word, Google Docs and Markdown brings the text without the rubbish', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const problems: string[] = [];
  ada.page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));

  await paste(ada.note, {
    'text/plain': 'x',
    'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{margin:0}</style></head><body>
      <p class=MsoNormal>Before <b>the</b> list<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>One</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Two</p>
      <p><a href="javascript:alert(1)">bad</a></p></body></html>`,
  });
  await expect(ada.note.locator('ul > li > ul > li')).toHaveText('Two');
  await expect(ada.note.locator('strong')).toHaveText('the');
  await expect(ada.note.locator('a')).toHaveCount(0);
  await expect(ada.note.locator('p')).toHaveText(['Before the list', 'One', 'Two', 'bad']);

  await ada.note.press('ControlOrMeta+a');
  await paste(ada.note, {
    'text/plain': 'x',
    'text/html': `<b style="font-weight:normal" id="docs-internal-guid-7"><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> not</span></p><br>
      <ul><li role="checkbox" aria-checked="true"><img src="data:,"><p><span>done</span></p></li></ul></b>`,
  });
  await expect(ada.note.locator('strong')).toHaveText('Bold');
  await expect(ada.note.getByRole('checkbox')).toBeChecked();

  await ada.note.press('ControlOrMeta+a');
  await paste(ada.note, { 'text/plain': '# Title\n\n- a\n- [link](https://example.org)\n' });
  await expect(ada.note.getByRole('heading')).toHaveText('Title');
  await expect(ada.note.getByRole('link')).toHaveAttribute('href', 'https://example.org');
  expect(problems).toEqual([]);
});

test('pasting what LibreOffice Writer copies brings headings, nested lists and tables', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  // Made by LibreOffice 7.4 with its filter “HTML (StarWriter)”, which its clipboard uses too.
  const html = readFileSync(
    path.join(import.meta.dirname, 'clipboards/libreoffice-writer.clipboard'),
  );
  await paste(ada.note, { 'text/plain': 'x', 'text/html': html.toString() });
  const { note } = ada;
  await expect(note.getByRole('heading')).toHaveText('What gets in the way');
  await expect(note.locator('ul > li > ul > li')).toHaveText(['12 hours', '30 days']);
  await expect(note.locator('ol > li')).toHaveText(['first', 'second']);
  await expect(note.getByRole('columnheader')).toHaveText(['Site', 'Queue']);
  await expect(note.getByRole('cell')).toHaveText(['North', 'long']);
  await expect(note.locator('strong').first()).toHaveText('its own');
  await expect(note.locator('s')).toHaveText('end');
  await expect(note.getByRole('link')).toHaveAttribute('href', 'https://example.org/doors');
  await expect(note).not.toContainText('@page');
});

test('what is copied on a web page, and in the note itself, goes over the real clipboard', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const site = await ada.page.context().newPage();
  await site.setContent(
    `<style>b { color: rebeccapurple; font: 700 30px fantasy }</style>
     <h2>Doors</h2><p>Each has <b>its own</b> key.</p><ul><li>one<ul><li>nested</li></ul></li></ul>
     <table><tr><th>Site</th></tr><tr><td>North</td></tr></table>`,
  );
  await site.keyboard.press('ControlOrMeta+a');
  await site.keyboard.press('ControlOrMeta+c');
  await ada.page.bringToFront();
  await ada.note.click();
  await ada.page.keyboard.press('ControlOrMeta+v');
  await expect(ada.note.getByRole('heading')).toHaveText('Doors');
  await expect(ada.note.locator('strong').first()).toHaveText('its own');
  await expect(ada.note.locator('ul ul li')).toHaveText('nested');
  await expect(ada.note.getByRole('cell')).toHaveText('North');
  expect(await ada.note.locator('[style*=color], [style*=font]').count()).toBe(0);
  await ada.page.keyboard.press('ControlOrMeta+a');
  await ada.page.keyboard.press('ControlOrMeta+c');
  await ada.page.keyboard.press('ControlOrMeta+End');
  await ada.page.keyboard.press('ControlOrMeta+v');
  await expect(ada.note.getByRole('heading')).toHaveText(['Doors', 'Doors']);
  await expect(ada.note.locator('ul ul li')).toHaveText(['nested', 'nested']);
});

test('headings, lists and tables come by typing, by the slash menu and by keyboard alone', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const { keyboard } = ada.page;
  await ada.types('# What differs\n/check');
  await keyboard.press('Enter');
  await keyboard.type('ask Table 2\n\n/table');
  await keyboard.press('Enter');
  await keyboard.type('Site');
  await keyboard.press('Tab');
  await keyboard.type('Queue');
  await expect(ada.note.getByRole('heading')).toHaveText('What differs');
  await expect(ada.note.getByRole('checkbox')).toHaveCount(1);
  await expect(ada.note.getByRole('columnheader')).toHaveText(['Site', 'Queue', '']);

  await keyboard.press('Escape');
  await expect(ada.note).not.toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(ada.page.getByRole('toolbar').getByRole('button').first()).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(ada.page.getByRole('button', { name: 'Bold' })).toBeFocused();
});

test('ten people who sit down at one table at once all see what each of them writes', async ({
  workshop,
}) => {
  const words = 'alder birch cedar dogwood elm fir ginkgo hazel ivy juniper'.split(' ');
  const guests = await Promise.all(
    words.map((word) => workshop.sitsDown(`Guest ${word}`, { table: 1 })),
  );
  // Each has begun a line before all go on at once: a word that is begun inside another one ends there.
  for (const [index, guest] of guests.entries()) {
    await guest.types(`${index === 0 ? '' : '\n'}${words[index]?.slice(0, 1)}`);
    await expect(guests.at(-1)?.note ?? guest.note).toContainText(words[index]?.slice(0, 1) ?? '');
  }
  await Promise.all(
    guests.map((guest, index) => guest.page.keyboard.type(`${words[index]?.slice(1)} `)),
  );
  for (const guest of guests) {
    for (const word of words) await expect(guest.note).toContainText(word);
    await guest.seesSaved();
  }
  for (const guest of guests.slice(0, 1))
    await expect(guest.page.getByRole('button', { name: /Here now/ })).toContainText('and 7 more');
});

test('who wrote a paragraph is said on demand, and follows the caret', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Every site has its own door\n');
  await expect(ben.note).toContainText('its own door');
  await ben.types('and its own key');
  await expect(ada.note).toContainText('its own key');
  const { page } = ada;
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name: 'Who wrote this' }).click();
  const said = page.getByRole('region', { name: 'Who wrote this paragraph' }).getByRole('status');
  await ada.note.press('ControlOrMeta+End');
  await expect(said).toHaveText('Written by Ben Larsen.');
  await ada.note.press('ArrowUp');
  await expect(said).toHaveText('Written by Ada Okafor.');
  // It is a row of its own beside the text: one goes on writing.
  await page.keyboard.press('End');
  await page.keyboard.type(' today');
  await expect(ben.note).toContainText('own door today');
  const cy = await workshop.sitsDown('Cy Wu', { table: 1 });
  await cy.note.getByText('its own key').click();
  await cy.page.keyboard.press('End');
  await cy.page.keyboard.type(', and a lock');
  await expect(ada.note).toContainText('and a lock');
  await ada.note.press('ControlOrMeta+End');
  await expect(said).toHaveText(/^Written by Ben Larsen \d+ %, Cy Wu \d+ %\.$/);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible();
});
