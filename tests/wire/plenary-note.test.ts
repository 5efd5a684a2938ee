import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Browser } from '../../apps/server/src/testing/browser.ts';
import { ReportbackServer, type WorkshopLinks } from '../language/reportback-server.ts';

const agenda = new URL('../../apps/server/src/example/harmony-2025.txt', import.meta.url).pathname;

let server: ReportbackServer;
let workshop: WorkshopLinks;
const open: WebsocketProvider[] = [];

beforeAll(async () => {
  server = await ReportbackServer.start();
  workshop = await server.createWorkshop(agenda, 2, '--time-zone', 'America/Chicago');
});
afterAll(async () => {
  for (const { doc } of open) doc.destroy();
  for (const provider of open) provider.destroy();
  await server.stop();
});

/** Opens the plenary's note by a link. */
async function enter(link: string, name: string): Promise<Y.XmlFragment> {
  const answer = await new Browser(server.address).post('/api/tickets', {
    session: workshop.sessions[0]?.id,
    group: 'plenary',
    token: new URL(link).hash.slice(1),
    name,
  });
  expect(answer.status).toBe(200);
  const { url, document, protocols } = answer.as<{
    url: string;
    document: string;
    protocols: string[];
  }>();
  const provider = new WebsocketProvider(url, document, new Y.Doc(), {
    protocols,
    // Two providers of one process would else meet without the server.
    disableBc: true,
    WebSocketPolyfill: WebSocket as never,
  });
  open.push(provider);
  await vi.waitFor(() => expect(provider.synced).toBe(true), { timeout: 10_000 });
  return provider.doc.getXmlFragment('note');
}

function write(note: Y.XmlFragment, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  note.insert(note.length, [paragraph]);
}

it('people of all tables write one note for the whole room, which stands in the record', async () => {
  const tables = workshop.sessions[0]?.groups ?? [];
  const notes = await Promise.all(tables.map(({ url, name }) => enter(url, `Somebody at ${name}`)));
  const [first, second] = notes as [Y.XmlFragment, Y.XmlFragment];
  write(first, 'Hands up: 5 of 47');
  await vi.waitFor(() => expect(second.toString()).toContain('Hands up'), { timeout: 10_000 });
  write(second, 'And the open floor agrees');
  await vi.waitFor(() => expect(first.toString()).toContain('open floor'), { timeout: 10_000 });

  const { address } = server;
  const viewer = new Browser(address);
  await viewer.post('/api/enter', { token: new URL(workshop.links.view).hash.slice(1) });
  const record = `/api/workshops/${workshop.workshop}/record.md`;
  expect((await viewer.get(record)).text).toMatch(/Hands up: 5 of 47[\s\S]*open floor agrees/);
});

it('no table has the plenary’s name', async () => {
  const browser = new Browser(server.address);
  await browser.post('/api/enter', { token: new URL(workshop.links.join).hash.slice(1) });
  const path = `/api/workshops/${workshop.workshop}/seat`;
  const answer = await browser.call('PUT', path, { name: 'Ana', group: 'plenary' });
  expect(answer.status).toBe(400);
});
