import { parseSeatId, type WritersView } from '@reportback/domain';
import { expect, it } from 'vitest';
import { whoWrote } from './who-wrote.ts';

const [ada, ben] = [parseSeatId('ada'), parseSeatId('ben')];
const answer = (writers: WritersView['writers']) => ({ is: 'answer', value: { writers } }) as const;
const told = answer([
  { client: 1, seat: ada, name: 'Ada' },
  { client: 2, seat: ben, name: 'Ben' },
  { client: 3, seat: ada, name: 'Ada' },
  { client: 4, seat: null, name: null },
  { client: 5, seat: parseSeatId('cy'), name: null },
]);
const share = (client: number, characters: number) => ({ client, characters });

it('names who wrote a paragraph, devices of one person together, the most first', () => {
  expect(whoWrote([share(1, 10)], told)).toBe('Written by Ada.');
  expect(whoWrote([share(2, 50), share(1, 30), share(3, 30)], told)).toBe(
    'Written by Ada 55 %, Ben 45 %.',
  );
});

it('does not name who is not to be named, nor whom the server does not know', () => {
  expect(whoWrote([share(4, 5), share(5, 5), share(9, 5)], told)).toBe('Written by somebody.');
  expect(whoWrote([share(1, 999), share(4, 1)], told)).toBe('Written by Ada 99 %, somebody 1 %.');
});

it('says why there is nothing to say', () => {
  expect(whoWrote([share(1, 0)], told)).toBe('Nothing is written here yet.');
  expect(whoWrote([], told)).toBe('Nothing is written here yet.');
  expect(whoWrote([share(1, 3)], answer(null))).toMatch(/not said who wrote what/);
  expect(whoWrote([share(1, 3)], { is: 'silent' })).toMatch(/does not answer/);
});
