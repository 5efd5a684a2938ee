import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LinksView, WorkshopView } from '@reportback/domain';
import { expect, it, vi } from 'vitest';
import { Browser } from './testing/browser.ts';
import { runReportback, ServingProcess } from './testing/command.ts';
import { Listener } from './testing/listener.ts';
import { TableWriter } from './testing/table-writer.ts';

// Processes start slowly where the machine has much else to do.
vi.setConfig({ testTimeout: 90_000 });

const agenda = path.resolve(import.meta.dirname, 'example/harmony-2025.txt');
const metricsToken = 'a-token-of-the-metrics-alone';

it('a server writes no token, code, cookie, ticket, key, name or text of anybody, whatever happens to it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportback-secrets-'));
  const environment = { DATA_DIR: folder, METRICS_TOKEN: metricsToken };
  const server = await ServingProcess.start(environment);
  const made = await runReportback(
    ['create', '--agenda', agenda, '--tables', '2', '--json'],
    environment,
  );
  const links = JSON.parse(made.stdout) as LinksView;
  const secrets = [
    ...Object.values(links.links),
    ...(links.sessions[0]?.groups.map(({ url }) => url) ?? []),
  ].map((link) => new URL(link).hash.slice(1));

  const organizer = new Browser(server.origin);
  await organizer.post('/api/enter', { token: new URL(links.links.organizer).hash.slice(1) });
  const home = `/api/workshops/${links.workshop}`;
  const view = (await organizer.get(home)).as<WorkshopView>();
  const code = view.workshop.joinCode ?? '';
  expect((await new Browser(server.origin).post('/api/enter', { code })).status).toBe(200);
  // What goes wrong is what gets logged.
  const broken = `{"code": "${code}", "name": "Ana Secretname"`;
  await organizer.call('POST', '/api/enter', broken);
  await organizer.post('/api/enter', { token: `${secrets[0]}x` });
  await organizer.get(`/api/workshops/${links.workshop}/nothing?token=${secrets[0]}`);
  await organizer.call('PUT', `${home}/seat`, { name: 'Ana Secretname', group: 'nowhere' });

  const writer = await TableWriter.sitDown(server.origin, links, 'Ana Secretname');
  writer.write('a secret sentence');
  await writer.allSaved();
  const { url, document, protocols } = writer.ticket;
  const malformed = new Listener(`${url}/${document}`, protocols);
  malformed.socket.once('open', () => malformed.socket.send(Buffer.from([0, 2, 9, 1, 2])));
  await malformed.closed();
  await organizer.post(`${home}/links/join/replace`, {});
  writer.leave();
  const health = ['/healthz', '/readyz', '/metrics'];
  for (const address of health) await organizer.get(address);
  await server.stop();

  const cookie = organizer.cookie.split('=')[1] ?? 'no cookie';
  const key = readFileSync(path.join(folder, 'server.key'));
  rmSync(folder, { recursive: true });
  const texts = [
    ...secrets.flatMap((secret) => [secret, secret.split('.').at(-1) ?? secret]),
    code,
    cookie,
    protocols[1].slice('ticket.'.length),
    metricsToken,
    key.toString('hex'),
    key.toString('base64'),
    'Secretname',
    'secret sentence',
  ];
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(5);
    expect(server.said).not.toContain(text);
  }
});
