import { expect, test } from './workshop.ts';

test('after a visit the table opens without a network, also in a session that was never open here', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const { page } = ada;
  await ada.types('Written in the room. ');
  await ada.seesSaved();
  // The app and one's own table in every session are kept once the page has time for it.
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
  const others = workshop.made.sessions.slice(1).map(({ id }) => id);
  await page.waitForFunction(
    (sessions) =>
      sessions.every((session) =>
        Object.keys(localStorage).some((key) => key.startsWith(`reportback.document.${session}.`)),
      ),
    others,
  );

  await page.context().setOffline(true);
  await page.reload();
  await expect(ada.note).toContainText('Written in the room.');
  await expect(ada.lamp('Saved')).toBeVisible();
  await ada.types('Written on the train. ');
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await page.reload();
  await expect(ada.note).toContainText('Written on the train.');
  await expect(ada.lamp('Only on this device')).toBeVisible();

  const group = workshop.made.sessions[0]?.groups[0]?.id;
  await page.goto(workshop.address(`/s/${others[0]}/g/${group}`));
  await expect(ada.note).toBeEditable();
  await ada.types('A thought for the afternoon. ');
  await expect(ada.lamp('Only on this device')).toBeVisible();

  await page.context().setOffline(false);
  await ada.seesSaved();
  await page.goto(workshop.address(`/s/${workshop.made.sessions[0]?.id}/g/${group}`));
  await ada.seesSaved();
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await expect(ben.note).toContainText('Written on the train.');
  await ben.page.goto(workshop.address(`/s/${others[0]}/g/${group}`));
  await expect(ben.note).toContainText('A thought for the afternoon.');
});
