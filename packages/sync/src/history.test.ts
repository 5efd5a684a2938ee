import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
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

  it('thins out those kept by the clock, and what stays names who wrote what went', async () => {
    ada.connect(server.door('ada'));
    const bob = new TestClient();
    bob.connect(server.door('bob'));
    await eventually('bob is synced', () => bob.isSynced);
    for (const writer of [ada, bob, bob]) {
      await writeRows(writer, 1);
      await server.registry.keepVersion('note-1', 'interval');
      server.clock.pass(15 * 60_000);
    }
    expect((await server.log.listVersions('note-1')).length).toBe(3);
    server.clock.pass(5 * 60 * 60_000);
    await writeRows(ada, 1);
    await server.registry.keepVersion('note-1', 'phase');
    const versions = await server.log.listVersions('note-1');
    expect(versions.map(({ id, authors }) => [id, authors])).toEqual([
      [4, ['ada']],
      [3, ['server', 'ada', 'bob']],
    ]);
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

  it('keeps the state from before a long row of small deletions, once', async () => {
    ada.connect(server.door('ada'));
    ada.type('a long thought '.repeat(40));
    await eventually('it is saved', () => ada.isSaved);
    const before = ada.text;
    const note = ada.doc.getText('note');
    for (let press = 0; press < 399; press++) note.delete(note.length - 1, 1);
    await eventually('it is saved', () => ada.isSaved);
    await eventually('a version is kept', () => server.observer.count('versions-written') === 1);
    const [version] = await server.log.listVersions('note-1');
    expect(version).toMatchObject({ cause: 'before-removal', authors: ['server', 'ada'] });
    const stored = await server.log.readVersion('note-1', 1);
    expect(stored && buildDoc([stored.state]).getText('note').toString()).toBe(before);
  });

  it('keeps what was written after a small deletion and before a large one', async () => {
    ada.connect(server.door('ada'));
    await writeRows(ada, 1, 'tyypo');
    const note = ada.doc.getText('note');
    note.delete(2, 1);
    ada.type(' and a long thought'.repeat(20));
    const before = ada.text;
    await eventually('it is saved', () => ada.isSaved);
    for (let press = 0; press < 300; press++) note.delete(note.length - 1, 1);
    await eventually('a version is kept', () => server.observer.count('versions-written') === 1);
    const stored = await server.log.readVersion('note-1', 1);
    expect(stored && buildDoc([stored.state]).getText('note').toString()).toBe(before);
  });

  it('keeps none for deletions that come to much over an hour', async () => {
    ada.connect(server.door('ada'));
    ada.type('a long thought '.repeat(40));
    const note = ada.doc.getText('note');
    for (let minute = 0; minute < 4; minute++) {
      note.delete(note.length - 100, 100);
      await eventually('it is saved', () => ada.isSaved);
      server.clock.pass(61_000);
    }
    await turns();
    expect(server.observer.count('versions-written')).toBe(0);
  });

  it('keeps none of what never came into the log', async () => {
    ada.connect(server.door('ada'));
    const bob = new TestClient();
    bob.connect(server.door('bob'));
    ada.type('a long thought '.repeat(40));
    await eventually('bob has it', () => bob.text === ada.text && ada.isSaved);
    await server.memory.setLocked('note-1', true);
    ada.type(' and more');
    ada.doc.getText('note').delete(0, 1);
    await eventually('it is refused', () => ada.refused.size === 2);
    ada.pair.cut();
    await server.registry.setLocked('note-1', false);
    const before = bob.text;
    for (let press = 0; press < 2; press++) bob.doc.getText('note').delete(0, 150);
    await eventually('a version is kept', () => server.observer.count('versions-written') === 1);
    const stored = await server.log.readVersion('note-1', 1);
    expect(stored && buildDoc([stored.state]).getText('note').toString()).toBe(before);
  });

  it('names who wrote up to a version, not who removed much after it', async () => {
    ada.connect(server.door('ada'));
    ada.type('a long thought '.repeat(40));
    await eventually('it is saved', () => ada.isSaved);
    const bob = new TestClient();
    bob.connect(server.door('bob'));
    await eventually('bob is synced', () => bob.text === ada.text);
    bob.doc.getText('note').delete(0, bob.text.length);
    await eventually('a version is kept', () => server.observer.count('versions-written') === 1);
    const [version] = await server.log.listVersions('note-1');
    expect(version?.authors).toEqual(['server', 'ada']);
  });

  describe('restores a version', () => {
    const words = (client: TestClient) => client.doc.getText('note').toString();
    /** All at once, as the simplest of restorers. */
    const restore = (live: Y.Doc, older: Y.Doc) => {
      const text = live.getText('note');
      text.delete(0, text.length);
      text.insert(0, older.getText('note').toString());
    };

    it('as an edit forward, and keeps what it replaces', async () => {
      ada.connect(server.door('ada'));
      await writeRows(ada, 1, 'one two');
      await server.registry.keepVersion('note-1', 'phase');
      await writeRows(ada, 1, ' three');
      expect(await server.registry.restoreVersion('note-1', 1, 'organizer', restore)).toEqual({
        is: 'edited',
      });
      await eventually('it is restored', () => words(ada) === 'one two');
      const versions = await server.log.listVersions('note-1');
      expect(versions.map(({ cause }) => cause)).toEqual(['before-restore', 'phase']);
      const replaced = await server.log.readVersion('note-1', 2);
      expect(replaced && buildDoc([replaced.state]).getText('note').toString()).toBe(
        'one two three',
      );
      expect(await server.registry.restoreVersion('note-1', 9, 'organizer', restore)).toEqual({
        is: 'no-such-version',
      });
    });

    it('and keeps also what was written between the version and the edit', async () => {
      ada.connect(server.door('ada'));
      await writeRows(ada, 1, 'one');
      await server.registry.keepVersion('note-1', 'phase');
      const writing = server.log.writeVersion;
      vi.spyOn(server.log, 'writeVersion').mockImplementationOnce(async (document, version) => {
        await writeRows(ada, 1, ' late');
        return writing(document, version);
      });
      await writeRows(ada, 1, ' two');
      await server.registry.restoreVersion('note-1', 1, 'organizer', restore);
      await eventually('it is restored', () => words(ada) === 'one');
      await eventually('it is kept', () => server.observer.count('versions-written') === 3);
      const kept = await server.log.readVersion('note-1', 3);
      expect(kept && buildDoc([kept.state]).getText('note').toString()).toBe('one two late');
    });

    it('not in a locked document', async () => {
      ada.connect(server.door('ada'));
      await writeRows(ada, 1, 'one');
      await server.registry.keepVersion('note-1', 'phase');
      await writeRows(ada, 1, ' two');
      await server.registry.setLocked('note-1', true);
      expect(await server.registry.restoreVersion('note-1', 1, 'organizer', restore)).toEqual({
        is: 'refused',
        reason: 'locked',
      });
      expect(words(ada)).toBe('one two');
    });
  });
});
