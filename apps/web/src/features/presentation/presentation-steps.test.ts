import {
  type AskedCommand,
  commandAsked,
  type Plenary,
  parseGroupId,
  parsePointId,
  plenaryAfter,
  untouchedPlenary,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import {
  backward,
  forward,
  inSpeakingOrder,
  nextToSpeak,
  stepsOf,
  turnsToCome,
} from './presentation-steps.ts';

const card = (number: number, points = 2, ask = '') => ({
  group: parseGroupId(`g${number}`),
  number,
  points: Array.from({ length: points }, (_, place) => ({
    id: parsePointId(`p${number}-${place}`),
    text: 'A point',
  })),
  ask,
  dissent: '',
});
const cards = [card(1), card(2, 1, 'Help us'), card(3, 0)];

const after = (plenary: Plenary, commands: readonly AskedCommand[]) =>
  commands.reduce(
    (before, command) =>
      plenaryAfter(before, commandAsked(command, before.presentation, [], null), 0),
    plenary,
  );
const on = (plenary: Plenary) => after(plenary, forward(plenary.presentation, cards));
const back = (plenary: Plenary) => after(plenary, backward(plenary.presentation, cards));
const onScreen = ({ presentation: { spotlight } }: Plenary) =>
  spotlight === null ? null : `${spotlight.group}.${spotlight.shown}`;

it('going on shows each point, then the ask, then the next table, and ends after the last', () => {
  const seen: (string | null)[] = [];
  let plenary = untouchedPlenary;
  for (let press = 0; press < 9; press++) {
    plenary = on(plenary);
    seen.push(onScreen(plenary));
  }
  expect(seen).toEqual(['g1.0', 'g1.1', 'g1.2', 'g2.0', 'g2.1', 'g2.2', 'g3.0', null, null]);
  expect(plenary.presentation.heard).toHaveLength(3);
});

it('going back takes points away, then shows the table before, which is to be heard again', () => {
  const third = [...'1234567'].reduce(on, untouchedPlenary);
  expect(onScreen(third)).toBe('g3.0');
  const second = back(third);
  expect(onScreen(second)).toBe('g2.0');
  expect(second.presentation.heard).toEqual(['g1']);
  expect(nextToSpeak(second.presentation, cards)?.number).toBe(3);
  expect(onScreen(back(on(second)))).toBe('g2.0');
});

it('before the first table there is nothing to go back to', () => {
  expect(backward(untouchedPlenary.presentation, cards)).toEqual([]);
  expect(backward(on(untouchedPlenary).presentation, cards)).toEqual([]);
});

it('a table that was passed over comes after the last', () => {
  const plenary = after(untouchedPlenary, [{ is: 'present', group: cards[1]!.group }]);
  expect(nextToSpeak(plenary.presentation, cards)?.number).toBe(3);
  expect(turnsToCome(plenary.presentation, cards).map(({ number }) => number)).toEqual([3, 1]);
  const later = after(plenary, [{ is: 'present', group: cards[2]!.group }]);
  expect(nextToSpeak(later.presentation, cards)?.number).toBe(1);
});

it('the order is the one that was set, then by number', () => {
  const { presentation } = after(untouchedPlenary, [{ is: 'set-order', order: [cards[2]!.group] }]);
  expect(inSpeakingOrder(presentation, cards).map(({ number }) => number)).toEqual([3, 1, 2]);
});

it('a card without ask and dissent has as many steps as points', () => {
  expect([stepsOf(card(1, 3)), stepsOf(card(1, 3, 'Ask')), stepsOf(card(1, 0))]).toEqual([3, 4, 0]);
});
