import { networkInterfaces } from 'node:os';
import { expect, phone, test, Workshop } from './workshop.ts';

/** An address of this machine that is no secure context for a browser, as on a venue's LAN. */
const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test('over plain http on a LAN two phones write at one table and see that it is saved', async ({
  browser,
}) => {
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
  await workshop.close();
});
