import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, TestClient, TestServer } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;
let bob: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
  bob = new TestClient();
});

const viewer = { access: () => ({ read: true, write: false }) };

describe('readers', () => {
  it('see everything, are not asked for anything, and cannot write [W4]', async () => {
    ada.connect(server.door('ada'));
    bob.connect(server.door('bob', viewer));
    ada.type('read this');
    await eventually('bob sees it', () => bob.text === 'read this');
    expect(bob.heard.some(({ is }) => is === 'sync-step-1')).toBe(false);
    bob.type('scribble');
    await eventually('bob is refused', () => bob.refused.get(1) === 'read-only');
    expect(ada.text).toBe('read this');
    expect(server.log.calls.append).toBe(1);
  });

  it('become writers when they may, and what they wrote meanwhile is taken then', async () => {
    let write = false;
    bob.connect(server.door('bob', { access: () => ({ read: true, write }) }));
    bob.type('early');
    await eventually('bob is refused', () => bob.refused.size === 1);
    write = true;
    server.clock.pass(5_000);
    await eventually('it is saved', () => bob.acknowledged === bob.sent && bob.sent > 1);
    ada.connect(server.door('ada'));
    await eventually('ada sees it', () => ada.text === 'early');
  });

  it('whose link is withdrawn are closed within five seconds, also when they are silent [T3]', async () => {
    let read = true;
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is synced', () => ada.isSynced);
    read = false;
    server.clock.pass(5_000);
    await eventually('ada is closed', () => ada.closedWith?.code === 4430);
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is turned away', () => ada.closedWith?.code === 4403);
  });

  it('whose link is withdrawn are closed at their next message [W4]', async () => {
    let read = true;
    ada.connect(server.door('ada', { access: () => ({ read, write: true }) }));
    await eventually('ada is synced', () => ada.isSynced);
    read = false;
    ada.type('too late');
    await eventually('ada is closed', () => ada.closedWith?.code === 4430);
    expect(server.log.calls.append).toBe(0);
  });
});
