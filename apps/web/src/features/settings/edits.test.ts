import { expect, it } from 'vitest';
import { conflictsOf, typedOver, typedSince, withoutField } from './edits.ts';

const values = { title: 'Hindrances', prompt: '' };

it('only what differs is sent', () => {
  expect(typedOver(values, { title: 'Barriers', prompt: '' })).toEqual({ title: 'Barriers' });
});

it('there is a conflict only where somebody else wrote something else than was seen and typed', () => {
  expect(conflictsOf(values, { title: 'Barriers' }, { title: 'Hindrances' })).toEqual([]);
  expect(conflictsOf(values, { title: 'Barriers' }, { title: 'Challenges' })).toEqual(['title']);
  expect(conflictsOf(values, { title: 'Hindrances' }, { title: 'Challenges' })).toEqual([]);
});

it('what is typed while the rest is being saved stays, and is no conflict with what was sent', () => {
  const seen = { title: 'Hindrances', prompt: '' };
  const sent: Partial<typeof values> = { title: 'Barriers' };
  expect(typedSince(sent, { title: 'Barriers' }, seen)).toEqual({ typed: {}, seen: {} });
  const since = typedSince(sent, { title: 'Barriers here', prompt: 'Why?' }, seen);
  expect(since).toEqual({
    typed: { title: 'Barriers here', prompt: 'Why?' },
    seen: { title: 'Barriers', prompt: '' },
  });
  expect(conflictsOf({ ...values, ...sent }, since.typed, since.seen)).toEqual([]);
});

it('objects are compared by what they hold', () => {
  const one = { card: { ask: 'Ask', points: 'Points' } };
  const same = { card: { points: 'Points', ask: 'Ask' } };
  expect(typedOver(one, same)).toEqual({});
});

it('a field can be left as others have it', () => {
  expect(withoutField({ title: 'Barriers', prompt: 'Why?' }, 'title')).toEqual({ prompt: 'Why?' });
});
