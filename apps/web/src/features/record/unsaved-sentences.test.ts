import {
  type ActivityView,
  type Group,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  plenaryGroup,
  type Session,
  usualTemplate,
} from '@reportback/domain';
import { expect, it } from 'vitest';
import type { Loadable } from '../../app/answer.ts';
import { unsavedIn } from './unsaved-sentences.ts';

const workshop = parseWorkshopId('day');
const groups: readonly Group[] = [{ id: parseGroupId('t-1'), workshop, number: 1, name: '' }];
const session = (title: string): Session => ({
  id: parseSessionId(title.toLowerCase()),
  workshop,
  position: 1,
  title,
  prompt: '',
  cardTemplate: usualTemplate,
  date: null,
  start: '09:00',
  reportBack: null,
  end: null,
  phase: 'amend',
});
const nothing = { editedAt: null, here: [], away: [], refused: [] };
const noor = [{ name: 'Noor', because: 'too-large' as const }];
const answer = (more: Partial<ActivityView> = {}): Loadable<ActivityView> => ({
  is: 'answer',
  value: {
    serverTime: 0,
    unsavedFor: 0,
    tables: [{ ...nothing, group: parseGroupId('t-1'), refused: noor }],
    plenary: { ...nothing, group: plenaryGroup },
    ...more,
  },
});
const told = (...asked: readonly (readonly [string, Loadable<ActivityView>])[]) =>
  unsavedIn(
    asked.map(([title, activity]) => ({ session: session(title), activity })),
    groups,
  );

it('a session that cannot be asked takes nothing from what is known of the others', () => {
  const { sentences, unknown } = told(
    ['One', { is: 'silent' }],
    ['Two', answer()],
    ['Three', { is: 'loading' }],
  );
  expect(unknown).toEqual(['One']);
  expect(sentences).toEqual([
    expect.stringMatching(/^Two, Table 1: what Noor wrote last is too large/),
  ]);
});

it('tells of the plenary’s note too, and once that the server has not stored what came', () => {
  const plenary = { ...nothing, group: plenaryGroup, refused: noor };
  const late = answer({ tables: [], plenary, unsavedFor: 9_000 });
  expect(told(['One', late], ['Two', answer({ tables: [], unsavedFor: 9_000 })]).sentences).toEqual(
    [
      expect.stringMatching(/^One, the plenary’s note: what Noor/),
      expect.stringMatching(/has not stored yet/),
    ],
  );
});
