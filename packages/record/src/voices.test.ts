import { parseFindingId, parsePointId, parseSeatId, type Reaction } from '@reportback/domain';
import { expect, test } from 'vitest';
import { exampleInput } from './testing/example-input.ts';
import { gatherVoices } from './voices.ts';

const point = parsePointId('p1');
const ada = parseSeatId('seat-ada');
const stranger = parseSeatId('stranger');

function reaction(kind: Reaction['kind'], seat = ada, text = ''): Reaction {
  return { point, seat, kind, text };
}

test('“us too” is counted, questions and objections keep their table and not their seat', () => {
  const voices = gatherVoices(
    [
      reaction('us-too'),
      reaction('us-too', stranger),
      reaction('question', ada, 'Why?'),
      reaction('objection', stranger, 'No.'),
    ],
    [],
    exampleInput.seats,
  );
  expect(voices.reactions).toEqual([
    {
      point,
      usToo: 2,
      questions: [{ group: 'gulls', text: 'Why?' }],
      objections: [{ group: null, text: 'No.' }],
    },
  ]);
});

test('votes add up over the seats', () => {
  const finding = parseFindingId('f1');
  const { votes } = gatherVoices(
    [],
    [
      { finding, seat: ada, votes: 2 },
      { finding, seat: stranger, votes: 1 },
    ],
    exampleInput.seats,
  );
  expect(votes.get(finding)).toBe(3);
});
