import { Document, ImageRun, Packer, Paragraph } from 'docx';
import sharp from 'sharp';
import { expect, phone, type Seated, test } from './workshop.ts';

interface AddedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const text = (name: string, content: string | Buffer): AddedFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

async function wordFile(): Promise<AddedFile> {
  const data = await sharp({
    create: { width: 80, height: 60, channels: 3, background: '#1d4e9d' },
  })
    .png()
    .toBuffer();
  const image = new ImageRun({ type: 'png', data, transformation: { width: 80, height: 60 } });
  const document = new Document({
    sections: [{ children: [new Paragraph('From Word'), new Paragraph({ children: [image] })] }],
  });
  const buffer = await Packer.toBuffer(document);
  return { name: 'minutes.docx', mimeType: 'application/octet-stream', buffer };
}

/** Opens the dialog by the note's menu and chooses a file in it. */
async function choose({ page }: Seated, file: AddedFile) {
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByText('Add a file to this note …').click();
  const dialog = page.getByRole('dialog', { name: 'Add a file to this note' });
  await expect(dialog).toContainText('up to 10 MB');
  await dialog.locator('input[type=file]').setInputFiles(file);
  return dialog;
}

test('a Word document with a picture is added at the end, seen by the other, and undone at once', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });
  await ada.types('Before.');
  const dialog = await choose(ada, await wordFile());
  await expect(dialog).toContainText('Found in minutes.docx: 1 paragraph, 1 picture.');
  await expect(ben.note).not.toContainText('From Word');
  await dialog.getByRole('button', { name: 'Add to the note' }).click();
  await expect(ben.note).toContainText(/Before\.\s*From Word/);
  await ada.seesSaved();
  await expect
    .poll(() =>
      ben.note.locator('figure img').evaluate((shown: HTMLImageElement) => shown.naturalWidth),
    )
    .toBe(80);
  await ada.page.keyboard.press('ControlOrMeta+z');
  await expect(ben.note.locator('figure')).toHaveCount(0);
  await expect(ben.note).toHaveText('Before.');
});

test('of an HTML file nothing runs and nothing is fetched', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const asked: string[] = [];
  ada.page.on('request', (request) => asked.push(request.url()));
  const dialog = await choose(
    ada,
    text(
      'page.html',
      `<h2>Heard</h2><p onclick="window.ran=1">Words <a href="javascript:window.ran=1">here</a></p>
       <script>window.ran = 1</script><img src="https://foreign.example/x.png" alt="a chart" onerror="window.ran=1">`,
    ),
  );
  await expect(dialog).toContainText('1 heading');
  await expect(dialog).toContainText('1 picture: not in the file');
  await expect(dialog).toContainText('1 part: scripts');
  await dialog.getByRole('button', { name: 'Add to the note' }).click();
  await expect(ada.note.getByRole('heading', { name: 'Heard' })).toBeVisible();
  await expect(ada.note.locator('a[href="https://foreign.example/x.png"]')).toHaveText('a chart');
  await expect(ada.note.locator('a[href^="javascript" i], script, [onclick]')).toHaveCount(0);
  expect(await ada.page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  expect(asked.filter((address) => address.includes('foreign.example'))).toEqual([]);
});

test('a Markdown file brings its table and tasks, on a phone; what is no text is refused in words', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  const dialog = await choose(ada, text('talk.pdf', '%PDF-1.7'));
  await expect(dialog).toContainText('talk.pdf is a PDF');
  await dialog
    .locator('input[type=file]')
    .setInputFiles(
      text('notes.md', '| Site | Days |\n|---|---|\n| Ghent | 9 |\n\n- [x] Ask\n- [ ] Tell\n'),
    );
  await expect(dialog).toContainText('Found in notes.md: 1 table, 2 tasks.');
  await ada.page.screenshot({ path: test.info().outputPath('found.png') });
  await dialog.getByRole('button', { name: 'Add to the note' }).click();
  await expect(ada.note.locator('td, th')).toHaveText(['Site', 'Days', 'Ghent', '9']);
  await expect(ada.note.getByRole('checkbox')).toHaveCount(2);
  await expect(ada.note.getByRole('checkbox').first()).toBeChecked();
  await ada.seesSaved();

  await ada.page.context().setOffline(true);
  const again = await choose(ada, text('more.md', 'Written on the train.\n'));
  await again.getByRole('button', { name: 'Add to the note' }).click();
  await expect(ada.note).toContainText('Written on the train.');
  await ada.page.context().setOffline(false);

  // Who may only read is offered no file, and sees what came of it.
  const reader = await workshop.enters('view');
  await reader.goto(ada.page.url());
  await expect(reader.getByText('Written on the train.')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'More tools' })).toHaveCount(0);
});
