import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { ReportbackServer, type WorkshopLinks } from '../language/reportback-server.ts';

/*
 * What docs/protocol.md says that a stock client has to do, done with the unmodified provider from npm:
 * turn a join link into a ticket with one HTTP call, and open the document with it.
 */

const agenda = new URL('../../apps/server/src/example/harmony-2025.txt', import.meta.url).pathname;

/** What `POST /api/tickets` answers, as far as a stock client needs it. */
interface Ticket {
  readonly url: string;
  readonly document: string;
  readonly protocols: readonly [string, string];
  readonly access: { readonly is: string; readonly because?: string };
}

let server: ReportbackServer;
let workshop: WorkshopLinks;
const open: WebsocketProvider[] = [];

beforeAll(async () => {
  server = await ReportbackServer.start();
  workshop = await server.createWorkshop(agenda, 2, '--time-zone', 'America/Chicago');
});
afterAll(async () => {
  for (const provider of open) provider.destroy();
  await server.stop();
});

/** The HTTP call: a link's token and a name against a ticket. */
async function ticketFor(link: string, name: string): Promise<Ticket> {
  const [session] = workshop.sessions;
  const response = await fetch(new URL('/api/tickets', server.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      session: session?.id,
      group: session?.groups[0]?.id,
      token: new URL(link).hash.slice(1),
      name,
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Ticket;
}

function client({ url, document, protocols }: Ticket): WebsocketProvider {
  const provider = new WebsocketProvider(url, document, new Y.Doc(), {
    protocols: [...protocols],
    // Two providers of one process would else meet without the server.
    disableBc: true,
    WebSocketPolyfill: WebSocket as never,
  });
  open.push(provider);
  return provider;
}

const headline = ({ doc }: WebsocketProvider) => String(doc.getMap('card').get('headline') ?? '');

function write({ doc }: WebsocketProvider, words: string): void {
  const field = doc.getMap('card').get('headline');
  if (!(field instanceof Y.XmlFragment)) throw new Error('The card has no headline.');
  const paragraph = field.get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('The headline has no paragraph.');
  const text = paragraph.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('The headline has no text.');
  text.insert(text.length, words);
}

const synced = (provider: WebsocketProvider) =>
  vi.waitFor(() => expect(provider.synced).toBe(true), { timeout: 15_000, interval: 10 });
const reads = (provider: WebsocketProvider, words: string) =>
  vi.waitFor(() => expect(headline(provider)).toContain(words), { timeout: 15_000, interval: 10 });

it('two stock clients write and read one card, see each other, and come back after the server was killed [T2]', async () => {
  const link = workshop.sessions[0]?.groups[0]?.url ?? '';
  const ana = client(await ticketFor(link, 'Ana'));
  const bo = client(await ticketFor(workshop.links.join, 'Bo'));
  await synced(ana);
  await synced(bo);

  write(ana, 'More trees');
  await reads(bo, 'More trees');
  bo.awareness.setLocalStateField('user', { name: 'Somebody else', color: '#aa0000' });
  await vi.waitFor(() => {
    const users = [...ana.awareness.getStates().values()].map((state) => state['user']);
    expect(users).toContainEqual(expect.objectContaining({ name: 'Bo', color: '#aa0000' }));
  });

  await server.kill();
  await vi.waitFor(() => expect(ana.wsconnected).toBe(false));
  write(ana, ', less noise');
  await server.run();
  await reads(bo, 'More trees, less noise');
  write(bo, '.');
  await reads(ana, 'More trees, less noise.');
});

it('a read-only link’s ticket opens a document that takes nothing from it [T1, W4]', async () => {
  const writer = client(await ticketFor(workshop.links.join, 'Cy'));
  const ticket = await ticketFor(workshop.links.view, 'Nobody');
  expect(ticket.access).toEqual({ is: 'read', because: 'viewer' });
  const reader = client(ticket);
  await synced(writer);
  write(writer, ' Read this.');
  await reads(reader, 'Read this.');
  write(reader, ' Not this.');
  write(writer, ' And this.');
  await reads(reader, 'And this.');
  expect(headline(writer)).not.toContain('Not this.');
});

it('a ticket that was altered opens nothing, and the client does not try again', async () => {
  const ticket = await ticketFor(workshop.links.join, 'Di');
  const [protocol, secret] = ticket.protocols;
  const stranger = client({ ...ticket, protocols: [protocol, `${secret}A`] });
  const code = await new Promise((resolve) =>
    stranger.on('connection-close', (event) => resolve(event?.code)),
  );
  expect(code).toBe(4403);
  expect(stranger.shouldConnect).toBe(false);
});

it('a ticket dies with its link, also when a command beside the server replaces it', async () => {
  const made = await server.createWorkshop(agenda, 1, '--time-zone', 'America/Chicago');
  workshop = made;
  const guest = client(await ticketFor(made.links.join, 'Ed'));
  await synced(guest);
  const closed = new Promise((resolve) =>
    guest.on('connection-close', (event) => resolve(event?.code)),
  );
  await server.command('links', made.workshop, '--replace', 'join', '--json');
  expect(await closed).toBe(4430);
});
