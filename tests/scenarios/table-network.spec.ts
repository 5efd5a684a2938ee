import { expect, phone, type Seated, test, type Workshop } from './workshop.ts';

/** Moves the first session's phase, as the facilitator's console does. */
async function facilitates(workshop: Workshop, command: 'next' | 'freeze' | 'reopen') {
  const page = await workshop.enters('facilitator');
  const session = workshop.made.sessions[0]?.id;
  const path = `/api/workshops/${workshop.made.workshop}/sessions/${session}/phase`;
  const answer = await page.evaluate(
    async ([address, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(address ?? '', { method: 'POST', headers, body: body ?? '' })).status;
    },
    [path, JSON.stringify({ command })],
  );
  expect(answer).toBe(200);
  await page.close();
}

const goesOffline = (seated: Seated) => seated.page.context().setOffline(true);
const comesBack = (seated: Seated) => seated.page.context().setOffline(false);

test('a roaming phone says only on this device, keeps writing, and brings it all when it is back', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('In the room. ');
  await ada.seesSaved();
  await goesOffline(ada);
  await ada.types('In the corridor. ');
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await expect(ada.page.getByText(/No connection since/)).toBeVisible();
  await ben.types('Meanwhile. ');
  await comesBack(ada);
  await ada.seesSaved();
  for (const text of ['In the room.', 'In the corridor.', 'Meanwhile.']) {
    await expect(ada.note).toContainText(text);
    await expect(ben.note).toContainText(text);
  }
});

test('a page that was frozen in the background comes back with what others wrote', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Before the nap. ');
  await ada.seesSaved();
  const devtools = await ada.page.context().newCDPSession(ada.page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await ben.types('During it. ');
  await ben.seesSaved();
  await workshop.server.killAndRestart();
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(ada.note).toContainText('During it.');
  await ada.types('After it. ');
  await ada.seesSaved();
  await expect(ben.note).toContainText('After it.');
});

test('leaving with text that the server does not have asks first, and not otherwise', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const asked: string[] = [];
  ada.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await ada.types('Saved. ');
  await ada.seesSaved();
  await ada.page.reload();
  await expect(ada.note).toBeEditable();
  expect(asked).toEqual([]);
  await workshop.server.kill();
  await ada.types('Not saved. ');
  await ada.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
});

test('text that arrives after the table was frozen is shown as not accepted, and saved once it is reopened', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('In time. ');
  await ada.seesSaved();
  await goesOffline(ada);
  await ada.types('Too late. ');
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await facilitates(workshop, 'freeze');
  await comesBack(ada);
  await expect(ada.lamp('Not accepted')).toBeVisible();
  await expect(ada.note).toContainText('Too late.');
  await expect(ada.note).not.toBeEditable();
  const download = ada.page.waitForEvent('download');
  await ada.page.getByRole('button', { name: 'Download my text' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.txt$/);

  await facilitates(workshop, 'reopen');
  await ada.seesSaved();
  await expect(ada.note).toBeEditable();
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await expect(ben.note).toContainText('Too late.');
});

test('a frozen session says so, and nobody can write until it is reopened', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await facilitates(workshop, 'freeze');
  await expect(ada.page.getByText(/is frozen/)).toBeVisible();
  await expect(ada.note).not.toBeEditable();
  await facilitates(workshop, 'reopen');
  await expect(ada.note).toBeEditable();
  await ada.types('Here again.');
  await ada.seesSaved();
});
