import { readFileSync } from 'node:fs';
import { type LinksView, parseImageId, parseLinkId, parseWorkshopId } from '@reportback/domain';
import { readRecordFile, readRecordImages } from '@reportback/record/json';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';
import { importWorkshop } from './import-workshop.ts';

let server: TestServer;
let links: LinksView;
let home: string;
let organizer: Browser;
const exported = new Map<string, Buffer>();

beforeAll(async () => {
  server = await TestServer.start();
  links = await server.createWorkshop(2);
  home = `/api/workshops/${links.workshop}`;
  organizer = await server.enter(links.links.organizer);
  const [session] = links.sessions;
  const group = session?.groups[0]?.id;
  const ana = await server.enter(links.links.join);
  await ana.call('PUT', `${home}/seat`, { name: 'Ana Lucía', group });
  const picture = await sharp({
    create: { width: 400, height: 300, channels: 3, background: '#1d4e9d' },
  })
    .withExif({ IFD0: { Artist: 'Ana Lucía' } })
    .jpeg()
    .toBuffer();
  for (const image of ['flip-chart', 'taken-out-again'])
    await ana.call(
      'PUT',
      `${home}/sessions/${session?.id}/groups/${group}/images/${image}`,
      picture,
    );
  // As many pixels as the server takes, all in one column.
  const column = await sharp({
    create: { width: 60, height: 1_000_000, channels: 3, background: '#893311' },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  await ana.call('PUT', `${home}/sessions/${session?.id}/groups/${group}/images/column`, column);
  const writer = await TableWriter.sitDown(server.origin, links, 'Bo');
  writer.write('What the table drew:');
  writer.show('flip-chart', 'Three boxes and an arrow');
  writer.show('never-arrived', 'A sketch');
  writer.show('column', 'A very long column');
  await writer.allSaved();
  writer.leave();
  for (const ending of ['html', 'docx', 'pdf', 'md', 'json', 'zip'])
    exported.set(ending, await organizer.bytes(`${home}/record.${ending}`));
}, 120_000);
afterAll(() => server.remove());

const file = (ending: string): Buffer => exported.get(ending) ?? Buffer.alloc(0);
const missing = 'Image: A sketch (not in this file)';

it('HTML holds the image itself, with its words, and tells of one that is missing', () => {
  const page = file('html').toString();
  expect(page).toMatch(/<img src="data:image\/jpeg;base64,[^"]+" alt="Three boxes and an arrow"/);
  expect(page).toContain(missing);
});

it('DOCX holds the image itself, with its words', async () => {
  const parts = unzipSync(file('docx'));
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(media).toHaveLength(2);
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Three boxes and an arrow');
  expect(text).toContain(missing);
});

it('PDF shows the image, with its words for those who cannot see it', () => {
  const text = file('pdf').toString('latin1');
  expect(text).toMatch(/\/Subtype\s*\/Image/);
  expect(text).toContain('Three boxes and an arrow');
});

it('the ZIP has it as a file that Markdown and LaTeX lead to, under a name that names nobody', () => {
  const files = unzipSync(file('zip'));
  const images = Object.keys(files).filter((name) => name.startsWith('images/'));
  expect(images.toSorted()).toEqual(['images/column.png', 'images/flip-chart.jpg']);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text('report.md')).toContain('![Three boxes and an arrow](images/flip-chart.jpg)');
  expect(text('report.tex')).toContain('images/flip-chart.jpg');
  const jpeg = Buffer.from(files['images/flip-chart.jpg'] ?? []);
  expect(jpeg.includes('Ana')).toBe(false);
  expect(jpeg.includes('Exif')).toBe(false);
});

it('one that is as long as the server takes is told in every format, with its words', () => {
  const words = 'A very long column';
  expect(file('html').toString()).toMatch(
    /<img src="data:image\/png;base64,[^"]+" alt="A very long column" width="1" height="2000"/,
  );
  const docx = strFromU8(unzipSync(file('docx'))['word/document.xml'] ?? new Uint8Array());
  const [, width, height] =
    /<wp:extent cx="(\d+)" cy="(\d+)"\/>(?:(?!<wp:extent).)*A very long column/.exec(docx) ?? [];
  // Office counts 914,400 of these to an inch; the image has to stay on its page, and to be there at all.
  expect(Number(width)).toBeGreaterThan(0);
  expect(Number(height) / 914_400).toBeLessThan(7);
  expect(file('pdf').toString('latin1')).toContain(words);
  expect(file('md').toString()).toContain(words);
});

it('goes to another server with the ZIP, and the record is the same byte for byte', async () => {
  const zip = file('zip');
  const read = readRecordFile(zip);
  if (read.is === 'problem') throw new Error(read.problem);
  const there = await TestServer.start();
  const { services } = there.running;
  const id = await importWorkshop(services, read.record, readRecordImages(zip));
  const stored = await services.images.file(id, parseImageId('flip-chart'));
  expect(stored).toMatchObject({ mediaType: 'image/jpeg', width: 400, height: 300 });
  const workshop = await services.store.workshop(id);
  const record = await services.records.read(parseWorkshopId(links.workshop));
  await using json = await services.recordExports.file(
    id,
    { format: 'json', scope: { session: null, group: null } },
    parseLinkId('any'),
  );
  expect(readFileSync(json.path).equals(file('json'))).toBe(true);
  expect([workshop?.id, record.problems]).toEqual([links.workshop, []]);
  await there.remove();
}, 60_000);

it('a ZIP that was tampered with brings no false image', async () => {
  const read = readRecordFile(file('zip'));
  if (read.is === 'problem') throw new Error(read.problem);
  const there = await TestServer.start();
  const { services } = there.running;
  const forged = new Map([['flip-chart', Buffer.from('<script>alert(1)</script>')]]);
  const id = await importWorkshop(services, read.record, forged);
  expect(await services.images.file(id, parseImageId('flip-chart'))).toBeNull();
  await there.remove();
});
