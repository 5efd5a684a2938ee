import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDoc } from './quiet-doc.ts';
import { eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
});

async function writeRows(client: TestClient, count: number, letter = 'x'): Promise<void> {
  for (let row = 0; row < count; row++) {
    client.type(letter);
    await eventually('it is saved', () => client.isSaved);
  }
}

describe('history', () => {
  it('keeps a version when asked, with who wrote since the one before', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 2);
    expect(await server.registry.keepVersion('note-1', 'phase')).toEqual({
      is: 'kept',
      version: 1,
    });
    const bob = new TestClient();
    bob.connect(server.door('bob'));
    await eventually('bob is synced', () => bob.text === 'xx');
    await writeRows(bob, 1, 'y');
    expect(await server.registry.keepVersion('note-1', 'phase')).toEqual({
      is: 'kept',
      version: 2,
    });
    const versions = await server.log.listVersions('note-1');
    expect(versions.map(({ authors }) => authors)).toEqual([['bob'], ['server', 'ada']]);
  });

  it('does not keep the same content twice', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1);
    await server.registry.keepVersion('note-1', 'phase');
    expect(await server.registry.keepVersion('note-1', 'phase')).toEqual({
      is: 'kept',
      version: 1,
    });
  });

  it('keeps a version now and then while a document changes, and none while it does not', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1);
    server.clock.pass(11 * 60_000);
    expect(await server.log.listVersions('note-1')).toEqual([]);
    await writeRows(ada, 1);
    await eventually('one is kept', () => server.observer.count('versions-written') === 1);
    server.clock.pass(60 * 60_000);
    await turns();
    expect(server.observer.count('versions-written')).toBe(1);
  });

  it('keeps a version before anything that removes much, and brings it back', async () => {
    ada.connect(server.door('ada'));
    const text = 'a long thought '.repeat(40);
    ada.type(text);
    await eventually('it is saved', () => ada.isSaved);
    ada.doc.getText('note').delete(10, 5);
    await eventually('it is saved', () => ada.isSaved);
    await turns();
    expect(server.observer.count('versions-written')).toBe(0);
    const before = ada.text;
    ada.doc.getText('note').delete(0, ada.text.length);
    await eventually('a version is kept', () => server.observer.count('versions-written') === 1);
    const [version] = await server.log.listVersions('note-1');
    expect(version).toMatchObject({ id: 1, cause: 'before-removal', through: 3 });
    const stored = await server.log.readVersion('note-1', 1);
    expect(stored && buildDoc([stored.state]).getText('note').toString()).toBe(before);
  });

  it('restores a version as an edit forward, and keeps what it replaces', async () => {
    const note = () => ada.doc.getXmlFragment('note');
    const paragraph = (text: string) => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(text)]);
      return element;
    };
    ada.connect(server.door('ada'));
    note().push([paragraph('one'), paragraph('two')]);
    await eventually('it is saved', () => ada.isSaved);
    await server.registry.keepVersion('note-1', 'phase');
    note().delete(0, 1);
    note().push([paragraph('three')]);
    await eventually('it is saved', () => ada.isSaved);
    expect(await server.registry.restoreVersion('note-1', 1, 'organizer')).toEqual({
      is: 'edited',
    });
    await eventually('it is restored', () => !note().toString().includes('three'));
    expect(note().toString()).toBe('<paragraph>one</paragraph><paragraph>two</paragraph>');
    const causes = (await server.log.listVersions('note-1')).map(({ cause }) => cause);
    expect(causes).toEqual(['before-restore', 'phase']);
    expect(await server.registry.restoreVersion('note-1', 9, 'organizer')).toEqual({
      is: 'no-such-version',
    });
  });
});
