import { expect, it } from 'vitest';
import { reconnectDelay } from './reconnect-delay.ts';

it('waits longer after each failure, ten seconds at most', () => {
  expect([0, 1, 2, 3, 6, 60].map((attempts) => reconnectDelay(attempts, 1))).toEqual([
    250, 500, 1_000, 2_000, 10_000, 10_000,
  ]);
});

it('spreads devices over the second half of the wait', () => {
  expect(reconnectDelay(4, 0)).toBe(2_000);
  expect(reconnectDelay(4, 0.5)).toBe(3_000);
});
