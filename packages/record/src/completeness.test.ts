import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { buildRecord } from './build-record.ts';
import { completeness } from './completeness.ts';
import { exampleInput } from './testing/example-input.ts';

const record = buildRecord(exampleInput);

test('every table of every session is told, with what it lacks', () => {
  const told = completeness(record).cards.map((card) => [
    card.session,
    card.group,
    card.state,
    card.missing.join(' '),
  ]);
  expect(told).toEqual([
    ['morning', 'gulls', 'complete', ''],
    ['morning', 'terns', 'gaps', 'headline'],
    ['morning', 'silent', 'empty', 'note headline points reporter people'],
    ['afternoon', 'gulls', 'gaps', 'note people'],
    ['afternoon', 'terns', 'empty', 'note headline points reporter'],
    ['afternoon', 'silent', 'empty', 'note headline points reporter people'],
  ]);
});

test('people and those who agreed to be named are counted', () => {
  const terns = completeness(record).cards[1];
  expect(terns).toMatchObject({ people: 2, consented: 1, points: 1, ready: false });
});

test('the totals add up', () => {
  const { complete, gaps, empty, cards } = completeness(record);
  expect([complete, gaps, empty]).toEqual([1, 2, 3]);
  expect(complete + gaps + empty).toBe(cards.length);
});

test('where people are withheld, they are not missed', () => {
  const missing = completeness(attribute(record, 'none')).cards.flatMap((card) => card.missing);
  expect(missing).not.toContain('people');
  expect(missing).not.toContain('reporter');
});
