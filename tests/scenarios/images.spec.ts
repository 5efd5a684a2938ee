import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './workshop.ts';

interface PastedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const photo = async (): Promise<PastedFile> => ({
  name: 'IMG_2041.jpg',
  type: 'image/jpeg',
  bytes: await sharp({
    create: { width: 2400, height: 1600, channels: 3, background: '#e8e4d8' },
  })
    .withExif({
      IFD0: { Make: 'Phonemaker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 26/1 30/1' },
    })
    .jpeg()
    .toBuffer(),
});
const sketch = async (): Promise<PastedFile> => ({
  name: 'sketch.png',
  type: 'image/png',
  bytes: await sharp({ create: { width: 400, height: 300, channels: 3, background: '#1d4e9d' } })
    .png()
    .toBuffer(),
});

/** Pastes as the browser does: an event whose clipboard holds files, and HTML beside them or alone. */
async function paste(
  target: Locator,
  files: readonly PastedFile[],
  html: string | null = null,
): Promise<void> {
  await target.evaluate(
    (element, { files, html }) => {
      const clipboardData = new DataTransfer();
      if (html !== null) clipboardData.setData('text/html', html);
      for (const { name, type, data } of files) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        clipboardData.items.add(new File([bytes], name, { type }));
      }
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    },
    {
      html,
      files: files.map(({ bytes, ...rest }) => ({ ...rest, data: bytes.toString('base64') })),
    },
  );
}

const images = (note: Locator) => note.locator('figure img');

async function areShown(note: Locator, count: number): Promise<void> {
  await expect(images(note)).toHaveCount(count);
  for (const image of await images(note).all())
    await expect
      .poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBeGreaterThan(0);
}

/** What the server gives for each image that a note shows. */
async function stored(page: Page, note: Locator): Promise<readonly Buffer[]> {
  const addresses = await images(note).evaluateAll((all: HTMLImageElement[]) =>
    all.map(({ src }) => src),
  );
  return Promise.all(addresses.map(async (address) => (await page.request.get(address)).body()));
}

test('pasted images are seen by the other, and nothing of where they were taken leaves the device', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  const sent: string[] = [];
  await ada.page.exposeFunction('sends', (bytes: string) => sent.push(bytes));
  await ada.page.evaluate(() => {
    const send = window.fetch;
    window.fetch = async (address, how) => {
      const { body } = how ?? {};
      if (body instanceof Blob) {
        const bytes = new Uint8Array(await body.arrayBuffer());
        const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
        await Reflect.get(window, 'sends')(letters);
      }
      return send(address, how);
    };
  });
  await ada.types('The flip chart:');
  await paste(ada.note, [await photo()]);
  await areShown(ada.note, 1);
  await paste(ada.note, [await sketch()]);
  await areShown(ada.note, 2);
  await ada.seesSaved();
  await areShown(ben.note, 2);

  const kept = await stored(ben.page, ben.note);
  const metas = await Promise.all(kept.map((bytes) => sharp(bytes).metadata()));
  expect(metas.map(({ format, width, height }) => [format, width, height])).toEqual([
    ['jpeg', 2000, 1333],
    ['png', 400, 300],
  ]);
  for (const { exif, xmp, icc } of metas) expect(exif ?? xmp ?? icc).toBeUndefined();
  expect(sent).toHaveLength(2);
  for (const bytes of [...kept.map((each) => each.toString('latin1')), ...sent])
    for (const secret of ['Exif', 'Phonemaker', 'GPS']) expect(bytes.includes(secret)).toBe(false);

  // Its words, by keyboard: they are the other's at once, and one's own to undo.
  const words = ada.note.getByLabel('Description of the image').first();
  await words.fill('Our flip chart: waiting times');
  await expect(images(ben.note).first()).toHaveAttribute('alt', 'Our flip chart: waiting times');
  await words.press('Escape');
  await ada.page.keyboard.press('Delete');
  await areShown(ada.note, 1);
  await areShown(ben.note, 1);
  await ada.page.keyboard.press('ControlOrMeta+z');
  await areShown(ben.note, 2);
});

test('an image added without a network is only on this device until the server has it', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  const { page } = ada;
  await ada.types('Before. ');
  await ada.seesSaved();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
  // Text gets through, images do not: the lamp must not take the one for the other.
  await page.route('**/images/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await paste(ada.note, [await photo()]);
  await areShown(ada.note, 1);
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await expect(ada.note.getByText('Only on this device. It goes up by itself.')).toBeVisible();
  await expect(
    ben.note.getByText('This image is still on the device that added it.'),
  ).toBeVisible();

  await page.context().setOffline(true);
  // A click in the middle would hit the image, and what is typed within the same moment would replace it.
  await ada.note.getByText('Before.').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('After. ');
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await page.reload();
  await areShown(ada.note, 1);
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await page.getByRole('button', { name: 'Only on this device' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my text' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.html$/);
  const rescued = await readFile(await file.path(), 'utf8');
  expect(rescued).toContain('data:image/jpeg;base64,');
  expect(rescued).toContain('After.');

  await page.unroute('**/images/*');
  await page.context().setOffline(false);
  await ada.seesSaved();
  await areShown(ben.note, 1);
  await expect(ben.note).toContainText('After.');
});

test('leaving with an image that only this device has is warned of', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('x');
  await ada.seesSaved();
  await ada.page.route('**/images/*', (route) => route.abort());
  await paste(ada.note, [await sketch()]);
  await expect(ada.lamp('Only on this device')).toBeVisible();
  const warned = ada.page.waitForEvent('dialog');
  await ada.page.close({ runBeforeUnload: true });
  const dialog = await warned;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
});

test('a locked table refuses in words, keeps the image here, and takes it when it is reopened', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const organizer = await workshop.enters('organizer');
  const phase = async (command: string) => {
    const session = workshop.made.sessions[0]?.id;
    const done = await organizer.evaluate(
      async ([path, command]) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ command });
        return (await fetch(path ?? '', { method: 'POST', headers, body })).status;
      },
      [`/api/workshops/${workshop.made.workshop}/sessions/${session}/phase`, command] as const,
    );
    expect(done).toBe(200);
  };
  let isOpen = false;
  await ada.page.route('**/images/*', (route) => (isOpen ? route.continue() : route.abort()));
  await paste(ada.note, [await sketch()]);
  await areShown(ada.note, 1);
  await phase('freeze');
  isOpen = true;
  await expect(
    ada.note.getByText('This session is frozen, so no image can be added.'),
  ).toBeVisible();
  await expect(ada.lamp('Only on this device')).toBeVisible();
  await phase('reopen');
  await ada.seesSaved();
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await areShown(ben.note, 1);
});

test('who only reads sees images and is offered no way to add one', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await paste(ada.note, [await sketch()]);
  await ada.seesSaved();
  const viewer = await workshop.enters('view');
  await viewer.goto(ada.page.url());
  const note = viewer.getByRole('textbox', { name: /^Note/ });
  await areShown(note, 1);
  await expect(viewer.getByRole('button', { name: 'Image' })).toHaveCount(0);
  await expect(note.getByLabel('Description of the image')).toBeHidden();
  await paste(note, [await sketch()]);
  await areShown(note, 1);
});

test('an image that lies elsewhere is never fetched; one within the HTML is taken in', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const asked: string[] = [];
  ada.page.on('request', (request) => asked.push(request.url()));
  const { bytes } = await sketch();
  await paste(
    ada.note,
    [],
    `<p>See <img src="https://images.example/spy.png" alt="A chart"> and</p>
     <p><img src="file:///C:/tmp/clip.png" alt="Only words"></p>
     <p><img src="data:image/png;base64,${bytes.toString('base64')}" alt="A blue sheet"></p>`,
  );
  await areShown(ada.note, 1);
  await expect(images(ada.note)).toHaveAttribute('alt', 'A blue sheet');
  await expect(ada.note.getByRole('link', { name: 'A chart' })).toHaveAttribute(
    'href',
    'https://images.example/spy.png',
  );
  await expect(ada.note).toContainText('Only words');
  await ada.seesSaved();
  expect(asked.filter((url) => url.includes('images.example'))).toEqual([]);
});

test('files are chosen from the tools; what is no image is said in words', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const choose = async (file: PastedFile) => {
    const chooser = ada.page.waitForEvent('filechooser');
    await ada.page.getByRole('button', { name: 'Image', exact: true }).click();
    const { name, type: mimeType, bytes: buffer } = file;
    await (await chooser).setFiles({ name, mimeType, buffer });
  };
  await choose({ name: 'notes.jpg', type: 'image/jpeg', bytes: Buffer.from('no picture') });
  await expect(
    ada.page.getByText('“notes.jpg” is no image that this browser can read.'),
  ).toBeVisible();
  await choose(await sketch());
  await areShown(ada.note, 1);
  await ada.page.keyboard.type('Behind it');
  await expect(ada.note.locator('figure + p')).toHaveText('Behind it');
  await ada.seesSaved();
});
