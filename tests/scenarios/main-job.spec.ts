import { expect, phone, test } from './workshop.ts';

test('two people at one table see each other type, and the headline appears on the board', async ({
  workshop,
}) => {
  const board = await workshop.board();
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 1 });

  await ada.types('Every site has its own queue');
  await expect(ben.note).toContainText('Every site has its own queue');
  await ben.types(', and its own words for it');
  await expect(ada.note).toContainText('Every site has its own queue, and its own words for it');

  await ben.typesHeadline('One instrument, twelve doors');
  await expect(ada.headline).toContainText('One instrument, twelve doors');
  await expect(board.getByText('One instrument, twelve doors')).toBeVisible();
  await ada.seesSaved();
  await ben.seesSaved();
});

test('nothing that was called saved is missing after the server was killed while they typed', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 2 });
  const ben = await workshop.sitsDown('Ben Larsen', { table: 2 });
  await ada.types('Called saved before the power went. ');
  await ada.seesSaved();

  const typing = ben.types('Typed while the server died and after it. '.repeat(3));
  await workshop.server.kill();
  await typing;
  await expect(ben.lamp('Saved')).toBeHidden();
  await workshop.server.run();

  await ada.seesSaved();
  await ben.seesSaved();
  const late = await workshop.sitsDown('Chen Li', { table: 2 });
  await expect(late.note).toContainText('Called saved before the power went.');
  await expect(late.note).toContainText(
    'Typed while the server died and after it. '.repeat(3).trim(),
  );
});

test('text that was typed offline is still there after a reload, and is not called saved', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 3 });
  await ada.seesSaved();
  await workshop.server.kill();
  await ada.types('Nobody has this but me.');
  await expect(ada.lamp('Saved')).toBeHidden();
  await workshop.server.run();
  await ada.page.reload();
  await expect(ada.note).toContainText('Nobody has this but me.');
  await ada.seesSaved();
});

test('the export holds what the tables wrote, and says which wrote nothing', async ({
  workshop,
}) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 }, phone);
  await ada.types('We count config files: 3 sites, 11 files.');
  await ada.seesSaved();
  const markdown = await workshop.server.command(
    'export',
    workshop.made.workshop,
    '--format',
    'md',
    '--out',
    '-',
  );
  expect(markdown).toContain('We count config files: 3 sites, 11 files.');
  expect(markdown).toMatch(/no notes from table 2/i);
});

test('a viewer reads a table’s note and has no way to write in it', async ({ workshop }) => {
  const ada = await workshop.sitsDown('Ada Okafor', { table: 1 });
  await ada.types('For everybody to read.');
  await ada.seesSaved();
  const viewer = await workshop.enters('view');
  const table = new URL(ada.page.url()).pathname;
  await viewer.goto(`${workshop.server.address}${table}`);
  await expect(viewer.getByText('For everybody to read.')).toBeVisible();
  const note = viewer.getByRole('textbox', { name: /^Note/ });
  await expect(note).toHaveAttribute('contenteditable', 'false');
  await expect(note).toHaveAttribute('aria-readonly', 'true');
});
