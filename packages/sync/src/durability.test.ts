import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, TestClient, TestServer, turns } from './testing/index.ts';

let server: TestServer;
let ada: TestClient;

beforeEach(async () => {
  server = new TestServer();
  await server.make();
  ada = new TestClient();
  ada.connect(server.door('ada'));
  await eventually('ada is saved', () => ada.isSaved);
});

/** Types something whose sync takes that many milliseconds. */
async function typeThroughSync(milliseconds: number): Promise<void> {
  const { durable } = server.log.calls;
  server.log.hold('durable');
  ada.type('x');
  await eventually('a sync begins', () => server.log.calls.durable === durable + 1);
  server.clock.pass(milliseconds);
  server.log.release('durable');
  await eventually('it is saved', () => ada.isSaved);
}

describe('after a sync', () => {
  it.each([
    { took: 1, rests: 2 },
    { took: 100, rests: 5 },
  ])('of $took ms the disk rests for $rests ms, and one sync covers what came', async (sync) => {
    await typeThroughSync(sync.took);
    const { durable } = server.log.calls;
    ada.type('y');
    await turns();
    ada.type('z');
    await turns();
    server.clock.pass(sync.rests - 0.5);
    await turns();
    expect(server.log.calls.durable).toBe(durable);
    expect(ada.isSaved).toBe(false);
    server.clock.pass(0.5);
    await eventually('all is saved', () => ada.isSaved);
    expect(server.log.calls.durable).toBe(durable + 1);
  });

  it('and a quiet moment the next one begins at once', async () => {
    await typeThroughSync(100);
    server.clock.pass(5);
    ada.type('y');
    await eventually('it is saved', () => ada.isSaved);
  });
});
