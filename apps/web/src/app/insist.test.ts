import { expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { insist } from './insist.ts';

const at = (answers: readonly Answer<string>[]) => {
  const left = [...answers];
  const waited: number[] = [];
  const answered = insist(
    async () => left.shift() ?? { is: 'silent' },
    async (milliseconds) => {
      waited.push(milliseconds);
    },
  );
  return { answered, left, waited };
};

it('a call that was not answered is sent again after a pause', async () => {
  const { answered, waited } = at([{ is: 'silent' }, { is: 'answer', value: 'done' }]);
  expect(await answered).toEqual({ is: 'answer', value: 'done' });
  expect(waited).toHaveLength(1);
});

it('a refusal is an answer', async () => {
  const refusal = { is: 'refused', status: 409, code: 'not-now', problem: 'Frozen.' } as const;
  const { answered, left } = at([refusal, { is: 'answer', value: 'done' }]);
  expect(await answered).toEqual(refusal);
  expect(left).toHaveLength(1);
});

it('after a few tries it gives up', async () => {
  const { answered, waited } = at([]);
  expect(await answered).toEqual({ is: 'silent' });
  expect(waited).toEqual([400, 1_200, 3_000]);
});
