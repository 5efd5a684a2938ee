import { parseWorkshopId } from '@reportback/domain';
import { expect, it } from 'vitest';
import { WorkshopTurns } from './workshop-turns.ts';

const [one, other] = [parseWorkshopId('one'), parseWorkshopId('other')];

it('what is asked for in one workshop is done in turn, whatever fails; another workshop does not wait', async () => {
  const turns = new WorkshopTurns();
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns.take(one, async () => {
    await gate.promise;
    order.push('first');
    throw new Error('broken');
  });
  const second = turns.take(one, async () => {
    order.push('second');
    return 2;
  });
  await turns.take(other, async () => {
    order.push('elsewhere');
  });
  gate.resolve();
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe(2);
  expect(order).toEqual(['elsewhere', 'first', 'second']);
});
