import { ManualClock } from '@reportback/sync/testing';
import { beforeEach, expect, it } from 'vitest';
import { CodeBudget } from './code-budget.ts';

let clock: ManualClock;
let budget: CodeBudget;

beforeEach(() => {
  clock = new ManualClock();
  budget = new CodeBudget(clock);
});

/** Types a wrong code as soon as it may be looked at. */
async function guess(address: string, guessed: string[]): Promise<void> {
  await budget.turn(address);
  budget.wrong();
  guessed.push(address);
}

/** Lets promises go on that were resolved. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function spend(): Promise<void> {
  for (let wrong = 0; wrong < 100; wrong++) await guess('attacker', []);
}

it('right codes cost nothing, and a hundred wrong ones are looked at at once', async () => {
  for (let right = 0; right < 1_000; right++) await budget.turn('a room');
  await spend();
});

it('then codes wait, and one address’s flood does not keep another from its turn', async () => {
  await spend();
  const guessed: string[] = [];
  const flood = Array.from({ length: 50 }, () => guess('attacker', guessed));
  const visitor = guess('a room', guessed);
  await settled();
  expect(guessed).toEqual([]);
  for (let turn = 0; turn < 2; turn++) {
    clock.pass(200);
    await settled();
  }
  await visitor;
  expect(guessed).toEqual(['attacker', 'a room']);
  for (let turn = 0; turn < 60; turn++) {
    clock.pass(200);
    await settled();
  }
  await Promise.all(flood);
});

it('more than 50 codes of one address do not wait but are told to come back', async () => {
  await spend();
  const waiting = Array.from({ length: 50 }, () => budget.turn('attacker'));
  await expect(budget.turn('attacker')).rejects.toMatchObject({ code: 'slow-down' });
  const visitor = budget.turn('a room');
  for (let turn = 0; turn < 60; turn++) {
    clock.pass(200);
    await settled();
  }
  await Promise.all([...waiting, visitor]);
});

it('the budget grows back with time', async () => {
  await spend();
  clock.pass(60_000);
  const guessed: string[] = [];
  for (let wrong = 0; wrong < 10; wrong++) await guess('a room', guessed);
  void guess('a room', guessed);
  await settled();
  expect(guessed).toHaveLength(10);
});
