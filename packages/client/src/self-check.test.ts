import { contentHash } from '@reportback/sync/content-hash';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { SelfCheck } from './self-check.ts';
import { ManualClock } from './testing/manual-clock.ts';

/** A device and a server that hold the same, until a test changes one of them. */
function pair() {
  const here = new Y.Doc();
  const server = new Y.Doc();
  here.getText('note').insert(0, 'the same');
  Y.applyUpdate(server, Y.encodeStateAsUpdate(here));
  const time = new ManualClock();
  const questions: number[] = [];
  let healed = 0;
  const check = new SelfCheck({
    doc: here,
    clock: time.clock,
    chance: () => 1,
    ask: (question) => questions.push(question) > 0,
    heal: () => healed++,
  });
  return {
    here,
    server,
    check,
    time,
    questions,
    healed: () => healed,
    /** Lets the time of one check pass, and the server answer. */
    round: async (milliseconds: number) => {
      time.pass(milliseconds);
      await check.answer(questions.at(-1) ?? 0, contentHash(server));
    },
  };
}

it('asks now and then, and not again while nothing changed', async () => {
  const { round, questions, time, here, server, check } = pair();
  await round(90_000);
  expect(questions).toEqual([1]);
  time.pass(600_000);
  expect(questions).toEqual([1]);
  here.getText('note').insert(0, 'still ');
  Y.applyUpdate(server, Y.encodeStateAsUpdate(here));
  await round(90_000);
  expect(questions.length).toBe(2);
  expect(check.differs.get()).toBe(false);
});

it('connects anew when a difference lasts, and tells when it comes back', async () => {
  const { round, server, healed, check } = pair();
  server.getText('note').delete(0, 4);
  await round(90_000);
  await round(3_000);
  expect(healed()).toBe(0);
  await round(3_000);
  expect(healed()).toBe(1);
  expect(check.differs.get()).toBe(false);
  for (let look = 0; look < 3; look++) await round(3_000);
  expect(check.differs.get()).toBe(true);
  expect(healed()).toBe(1);
});

it('forgets a difference that was only a change under way', async () => {
  const { round, here, server, healed } = pair();
  server.getText('note').insert(0, 'fresh ');
  await round(90_000);
  await round(3_000);
  Y.applyUpdate(here, Y.encodeStateAsUpdate(server));
  await round(3_000);
  await round(3_000);
  expect(healed()).toBe(0);
});

it('does not compare when something changed between question and answer', async () => {
  const { time, here, check, questions, healed } = pair();
  for (let look = 0; look < 9; look++) {
    time.pass(look === 0 ? 90_000 : 3_000);
    here.getText('note').insert(0, '.');
    await check.answer(questions.at(-1) ?? 0, 'something else');
  }
  expect(healed()).toBe(0);
});
