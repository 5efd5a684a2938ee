import { parseCommandId, parseGroupId, type TableMessage } from '@reportback/domain';
import { expect, it } from 'vitest';
import { shownFor, shownMessage } from './shown-message.ts';

const own = parseGroupId('g1');
const message = (text: string, at: number, to: string | null = null): TableMessage => ({
  id: parseCommandId(`said-${at}`),
  text,
  at,
  to: to === null ? null : parseGroupId(to),
});
const messages = [
  message('Coffee', 0),
  message('Come up', 1_000, 'g1'),
  message('Hush', 2_000, 'g2'),
];
const textAt = (now: number, group: typeof own | null) =>
  shownMessage(messages, group, now)?.text ?? null;

it('a table is told what was said last to all or to itself, and for a minute', () => {
  expect(textAt(2_000, own)).toBe('Come up');
  expect(textAt(shownFor + 999, own)).toBe('Come up');
  expect(textAt(shownFor + 1_000, own)).toBeNull();
});

it('the room is told only what was said to all', () => {
  expect(textAt(2_000, null)).toBe('Coffee');
  expect(textAt(shownFor, null)).toBeNull();
});
