import type { LinksView, SessionId, WorkshopId } from '@reportback/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
let links: LinksView;
let ana: Browser;
let home: string;
let photo: Buffer;
beforeAll(async () => {
  server = await TestServer.start({ IMAGE_MB: '1', IMAGES_PER_WORKSHOP_MB: '2' });
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a0' } })
    .withExif({ IFD0: { Make: 'Phonemaker' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
});
beforeEach(async () => {
  links = await server.createWorkshop(3);
  home = `/api/workshops/${links.workshop}`;
  ana = await seated('Ana', 0);
});
afterAll(() => server.remove());

const session = (): SessionId => {
  const [first] = links.sessions;
  if (first === undefined) throw new Error('The workshop has no session.');
  return first.id;
};
const table = (index: number) => links.sessions[0]?.groups[index]?.id ?? '';
const at = (image: string, group = table(0)) =>
  `${home}/sessions/${session()}/groups/${group}/images/${image}`;
const shown = (image: string) => `${home}/images/${image}`;

async function seated(name: string, index: number): Promise<Browser> {
  const browser = await server.enter(links.links.join);
  await browser.call('PUT', `${home}/seat`, { name, group: table(index) });
  return browser;
}

async function move(command: string): Promise<void> {
  const facilitator = await server.enter(links.links.facilitator);
  const answer = await facilitator.post(`${home}/sessions/${session()}/phase`, { command });
  if (answer.status !== 200) throw new Error(answer.text);
}

it('is stored without metadata, and shown to those who may read the table, for ever the same', async () => {
  const answer = await ana.call('PUT', at('flip-chart'), photo);
  expect(answer.as()).toEqual({ mediaType: 'image/jpeg', width: 40, height: 30 });
  const viewer = await server.enter(links.links.view);
  const seen = await viewer.get(shown('flip-chart'));
  expect(seen.status).toBe(200);
  expect(seen.headers.get('content-type')).toBe('image/jpeg');
  expect(seen.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
  const bytes = await viewer.bytes(shown('flip-chart'));
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.includes('Phonemaker')).toBe(false);
});

it('stays as it was first sent', async () => {
  await ana.call('PUT', at('a'), photo);
  const before = await ana.bytes(shown('a'));
  const other = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#00f' } })
    .png()
    .toBuffer();
  expect((await ana.call('PUT', at('a'), other)).status).toBe(200);
  expect(await ana.bytes(shown('a'))).toEqual(before);
});

describe('who may add and see', () => {
  it('a stranger, and whoever sits in another workshop, learns nothing', async () => {
    await ana.call('PUT', at('a'), photo);
    const stranger = server.browser();
    expect((await stranger.get(shown('a'))).status).toBe(403);
    expect((await stranger.call('PUT', at('b'), photo)).status).toBe(403);
    const elsewhere = await server.createWorkshop(1);
    const other = await server.enter(elsewhere.links.organizer);
    expect((await other.get(shown('a'))).status).toBe(403);
    const theirs = `/api/workshops/${elsewhere.workshop}/images/a`;
    expect((await other.get(theirs)).status).toBe(404);
    // A session of one workshop is no way into another.
    const mixed = at('c').replace(links.workshop, elsewhere.workshop);
    expect((await other.call('PUT', mixed, photo)).status).toBe(404);
  });

  it('a viewer, the screen, who has no seat, and another table may not add', async () => {
    const viewer = await server.enter(links.links.view);
    const screen = await server.enter(links.links.screen);
    const unnamed = await server.enter(links.links.join);
    const bo = await seated('Bo', 1);
    for (const [browser, sentence] of [
      [viewer, 'With your link you can read this table’s note, not add images to it.'],
      [screen, 'The screen shows the board; it adds no images.'],
      [unnamed, 'You sit at another table'],
      [bo, 'You sit at another table'],
    ] as const) {
      const answer = await browser.call('PUT', at('x'), photo);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain(sentence);
    }
    expect((await ana.get(shown('x'))).status).toBe(404);
    expect((await screen.get(shown('x'))).status).toBe(404);
  });

  it('where tables do not read each other, they do not see each other’s images', async () => {
    await ana.call('PUT', at('a'), photo);
    const bo = await seated('Bo', 1);
    expect((await bo.get(shown('a'))).status).toBe(200);
    const organizer = await server.enter(links.links.organizer);
    await organizer.call('PATCH', home, { othersReadable: false });
    expect((await bo.get(shown('a'))).status).toBe(404);
    expect((await ana.get(shown('a'))).status).toBe(200);
  });

  it('a frozen session takes none, in words, and one again when it is reopened', async () => {
    await move('freeze');
    const answer = await ana.call('PUT', at('late'), photo);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('This session is frozen, so no image can be added.');
    await move('reopen');
    expect((await ana.call('PUT', at('late'), photo)).status).toBe(200);
  });

  it('the plenary’s note has images too', async () => {
    expect((await ana.call('PUT', at('p', 'plenary'), photo)).status).toBe(200);
    expect((await (await seated('Bo', 1)).get(shown('p'))).status).toBe(200);
  });

  it('another page cannot make a browser send one', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    expect((await ana.call('PUT', at('x'), photo, headers)).status).toBe(403);
  });
});

describe('limits, said in words', () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const;
  const grain = (seed: number) =>
    sharp({ create: { width: 1_000 + seed, height: 700, channels: 3, background: '#000', noise } })
      .jpeg({ quality: 82 })
      .toBuffer();

  it('bytes of one', async () => {
    const answer = await ana.call('PUT', at('x'), Buffer.alloc(1_000_001));
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('This image is larger than 1 MB. Scale it down.');
  });

  it('nothing, and what is no image', async () => {
    expect((await ana.call('PUT', at('x'), Buffer.alloc(0))).text).toContain('brought no image');
    const page = Buffer.from('<script>alert(1)</script>');
    const headers = { origin: server.origin, 'content-type': 'image/png' };
    const answer = await ana.call('PUT', at('x'), page, headers);
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining('This is no JPEG, PNG or WebP image.'),
    ]);
  });

  it('images on their way at once: one workshop keeps no other waiting', async () => {
    const other = await server.createWorkshop(1);
    const { imageIntake } = server.running.services;
    const { promise: sending, resolve: sent } = Promise.withResolvers<void>();
    const receive = (workshop: WorkshopId) => imageIntake.receive(workshop, () => sending);
    const own = Array.from({ length: 8 }, () => receive(links.workshop));
    await expect(receive(links.workshop)).rejects.toThrow('Many images are on their way.');
    expect((await ana.call('PUT', at('a'), photo)).status).toBe(429);
    const others = receive(other.workshop);
    sent();
    await Promise.all([...own, others]);
    expect((await ana.call('PUT', at('a'), photo)).status).toBe(200);
  });

  it('bytes of a workshop; others have their own', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++)
      statuses.push((await ana.call('PUT', at(`n${count}`), await grain(count))).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(413);
    const full = await ana.call('PUT', at('one-more'), await grain(9));
    expect(full.text).toContain('would take more than 2 MB, which is all that they may');
    // What is there already takes no more room.
    expect((await ana.call('PUT', at('again'), await grain(0))).status).toBeLessThan(500);
  });
});

it('deleting the workshop deletes its images, and one that comes late is not kept', async () => {
  await ana.call('PUT', at('a'), photo);
  const organizer = await server.enter(links.links.organizer);
  expect((await organizer.call('DELETE', home)).status).toBe(204);
  expect((await ana.get(shown('a'))).status).toBe(404);
  expect((await ana.call('PUT', at('late'), photo)).status).toBe(404);
});
