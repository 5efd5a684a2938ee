import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LinksView, TicketView } from '@reportback/domain';
import { encodeFrame } from '@reportback/sync';
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Listener } from '../testing/listener.ts';
import { TableWriter } from '../testing/table-writer.ts';
import { TestServer } from '../testing/test-server.ts';

/** A paragraph at the beginning of the note, as a message. */
function newParagraph(): Uint8Array {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('x')]);
  doc.getXmlFragment('note').insert(0, [paragraph]);
  return encodeFrame({ is: 'update', update: Y.encodeStateAsUpdate(doc) });
}

it('a page that is older than the document may read and not write, and learns why [A7]', async () => {
  const server = await TestServer.start();
  const links: LinksView = await server.createWorkshop(1);
  const ana = await TableWriter.sitDown(server.origin, links, 'Ana');
  ana.write('of a newer page');
  await ana.allSaved();
  ana.leave();
  await server.stop();
  const database = new DatabaseSync(path.join(server.dataDir, 'reportback.sqlite'));
  database.exec('UPDATE document SET schema_version = 2');
  database.close();
  await server.run();

  const [session] = links.sessions;
  const answer = await server.browser().post('/api/tickets', {
    session: session?.id,
    group: session?.groups[0]?.id,
    token: new URL(links.links.join).hash.slice(1),
    name: 'Bo',
  });
  const ticket = answer.as<TicketView>();
  const address = `${ticket.url.replace(/:\d+/, `:${new URL(server.origin).port}`)}/${ticket.document}`;
  const open = async (query: string) => {
    const listener = new Listener(`${address}?${query}`, ticket.protocols);
    const heard: Buffer[] = [];
    listener.socket.on('message', (message: Buffer) => heard.push(message));
    await new Promise((resolve) => listener.socket.once('open', resolve));
    listener.socket.send(new Uint8Array([0, 0, 1, 0]));
    await vi.waitFor(() => expect(Buffer.concat(heard).toString()).toContain('of a newer page'), {
      timeout: 10_000,
    });
    listener.socket.send(newParagraph());
    return { listener, heard };
  };
  const told = await open('ack=1&schema=1');
  await vi.waitFor(
    () => expect(Buffer.concat(told.heard).toString()).toContain('outdated-client'),
    { timeout: 10_000 },
  );
  expect(told.listener.closedWith).toBeNull();
  told.listener.socket.close();
  expect(await (await open('schema=1')).listener.closed()).toBe(4426);
  const known = await open('ack=1&schema=2');
  await vi.waitFor(
    () => expect(known.heard.some((message) => message[0] === 121 && message[1] === 1)).toBe(true),
    { timeout: 10_000 },
  );
  known.listener.socket.close();
  await server.remove();
});
