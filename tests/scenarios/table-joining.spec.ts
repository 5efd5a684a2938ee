import type { Page } from '@playwright/test';
import { expect, laptop, phone, Seated, test } from './workshop.ts';

const nameField = (page: Page) => page.getByLabel('Your name');
const goes = (page: Page) => page.getByRole('button', { name: /^Go to/ });

test('who scans the code on the table types a name, taps once and writes', async ({ workshop }) => {
  const page = await workshop.page(phone);
  await page.goto(workshop.made.sessions[0]?.groups[1]?.url ?? '');
  await nameField(page).fill('Ada Okafor');
  await goes(page).tap();
  const ada = new Seated(page);
  await expect(ada.note).toBeEditable();
  await expect(page.getByRole('button', { name: 'Table 2' })).toBeVisible();
  await page.goto(workshop.made.sessions[0]?.groups[1]?.url ?? '');
  // The same device is the same person, and asked nothing.
  await expect(ada.note).toBeEditable();
});

test('what is missing is said kindly where it is missing, and nothing that was typed is lost', async ({
  workshop,
}) => {
  const page = await workshop.page(phone);
  await page.goto(workshop.server.address);
  await page.getByLabel('Code').fill('K7M');
  await page.getByRole('button', { name: 'Go in' }).tap();
  await expect(page.getByRole('alert')).toContainText('six letters and digits');
  await page.getByLabel('Code').fill('222 222');
  await page.getByRole('button', { name: 'Go in' }).tap();
  await expect(page.getByText('No workshop here has the code “222222”')).toBeVisible();

  await page.goto(workshop.made.links.join);
  await goes(page).tap();
  await expect(page.getByText('Type your name first')).toBeVisible();
  await nameField(page).fill('Ada Okafor');
  await goes(page).tap();
  await expect(page.getByText('Choose your table')).toBeVisible();
  await workshop.server.kill();
  await page.getByRole('radio', { name: 'Table 3' }).check();
  await goes(page).tap();
  await expect(page.getByText('The server did not answer')).toBeVisible();
  await expect(nameField(page)).toHaveValue('Ada Okafor');
  await workshop.server.run();
  await goes(page).tap();
  await expect(new Seated(page).note).toBeEditable();
});

test('how one wishes to be cited is kept with the seat, can be changed, and a table too', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const { page } = ada;
  await page.getByRole('button', { name: 'Table 1' }).tap();
  await page.getByRole('menuitem', { name: 'Change table or name' }).tap();
  await page.getByText('how to cite you').tap();
  await page.getByLabel('Affiliation').fill('University of Lakemoor');
  await page.getByLabel('Country').fill('Ghana');
  await page.getByLabel('Name in the record').fill('A. Okafor');
  await page.getByRole('checkbox', { name: 'I may be named' }).check();
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  await page.getByRole('radio', { name: 'Table 4' }).check();
  await goes(page).tap();
  await expect(page.getByRole('button', { name: 'Table 4' })).toBeVisible();

  await page.getByRole('button', { name: 'Table 4' }).tap();
  await page.getByRole('menuitem', { name: 'Change table or name' }).tap();
  await page.getByText('how to cite you').tap();
  await expect(nameField(page)).toHaveValue('Ada Okafor');
  await expect(page.getByLabel('Affiliation')).toHaveValue('University of Lakemoor');
  await expect(page.getByLabel('Country')).toHaveValue('Ghana');
  await expect(page.getByLabel('Name in the record')).toHaveValue('A. Okafor');
  await expect(page.getByRole('checkbox', { name: 'I may be named' })).toBeChecked();
});

test('another device comes in as the same person by the code that the first one shows', async ({
  workshop,
}) => {
  const onPhone = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  await onPhone.page.getByRole('button', { name: 'Table 1' }).tap();
  await onPhone.page.getByRole('menuitem', { name: 'Another device' }).tap();
  const shown = onPhone.page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/);
  const code = await shown.innerText();

  const second = await workshop.page(laptop);
  await second.goto(workshop.made.links.join);
  await second.getByRole('link', { name: 'Type its code' }).click();
  await second.getByLabel('Code').fill(code.toLowerCase());
  await second.getByRole('button', { name: 'Go in' }).click();
  const onLaptop = new Seated(second);
  await expect(onLaptop.note).toBeEditable();
  await onPhone.page.goBack();
  await onLaptop.types('Written on the laptop. ');
  await expect(onPhone.note).toContainText('Written on the laptop.');
  await onPhone.types('Then on the phone. ');
  await expect(onLaptop.note).toContainText('Then on the phone.');
  // One person, however many devices.
  await expect(second.getByRole('button', { name: /Here now/ })).toHaveText(/Ada \(you\)1$/);

  const third = await workshop.page(laptop);
  await third.goto(`${workshop.server.address}/join#${code.replace(' ', '')}`);
  await expect(third.getByText('This code was used already')).toBeVisible();
});

test('a code does not make somebody another person without asking', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 2 });
  await ada.page.goto(workshop.address('/device'));
  const code = await ada.page.getByText(/^[A-Z0-9]{4} [A-Z0-9]{4}$/).innerText();
  await ben.page.goto(`${workshop.server.address}/join#${code.replace(' ', '')}`);
  await expect(ben.page.getByText('What Ben Larsen wrote stays under that name')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Use the code’s seat' }).click();
  await expect(ben.page.getByRole('button', { name: 'Table 1' })).toBeVisible();
});
