import { networkInterfaces } from 'node:os';
import { expect, phone, test, Workshop } from './workshop.ts';

/** An address of this machine that is no secure context for a browser, as on a venue's LAN. */
const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test('over plain http on a LAN two phones write at one table and see that it is saved', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  test.skip(address === undefined, 'this machine has no address but loopback');
  const workshop = await Workshop.open(browser, (port) => ({
    HOST: '0.0.0.0',
    PUBLIC_URL: `http://${address}:${port}`,
  }));
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  expect(await ada.page.evaluate(() => window.isSecureContext)).toBe(false);
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 }, phone);
  await ada.types('No certificate, no cloud, all of it here.');
  await expect(ben.note).toContainText('No certificate, no cloud, all of it here.');
  await ada.seesSaved();

  // What does not work there is said where one looks for it; a cut does no harm all the same.
  await ada.page.getByRole('button', { name: 'Saved' }).tap();
  await expect(
    ada.page.getByText('Over plain http a browser cannot open this page again without a network'),
  ).toBeVisible();
  await ada.page.keyboard.press('Escape');
  await ada.page.context().setOffline(true);
  await ada.types(' Written in the corridor.');
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await ada.page.context().setOffline(false);
  await ada.seesSaved();
  await expect(ben.note).toContainText('Written in the corridor.');
  await ada.note.tap();
  await ada.page.getByRole('button', { name: 'Make point' }).tap();
  await ben.page.getByRole('tab', { name: 'Card' }).tap();
  await expect(ben.page.getByRole('textbox', { name: 'Words of the point' })).toHaveCount(1);
  await workshop.close();
});
