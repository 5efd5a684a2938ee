import { expect, it } from 'vitest';
import { blockChoices, choicesFor } from './block-choices.ts';

const names = (query: string) => choicesFor(query).map(({ name }) => name);

it('offers everything at first', () => {
  expect(choicesFor('')).toHaveLength(blockChoices.length);
});

it('finds a block by its name, then by other words for it', () => {
  expect(names('he')).toEqual(['Heading', 'Small heading']);
  expect(names('list')).toEqual(['Bulleted list', 'Numbered list', 'Check list']);
  expect(names('h2')).toEqual(['Subheading']);
  expect(names('todo')).toEqual(['Check list']);
  expect(names('nonsense')).toEqual([]);
});
