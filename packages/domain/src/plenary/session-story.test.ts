import { describe, expect, it } from 'vitest';
import { parseCommandId, parseFindingId, parseGroupId } from '../ids.ts';
import { agendaActor } from './actor.ts';
import { untouchedPlenary } from './plenary.ts';
import { type SessionDeed, storyOf, untoldStory } from './session-story.ts';

const finding = parseFindingId('access');
const make: SessionDeed = {
  is: 'plenary',
  command: { is: 'make-finding', finding, name: 'Access', points: [] },
};
const name = (text: string): SessionDeed => ({
  is: 'plenary',
  command: { is: 'name-finding', finding, name: text },
});
const say = (text: string, to: string | null = null): SessionDeed => ({
  is: 'message',
  text,
  to: to === null ? null : parseGroupId(to),
});
/** The story of deeds done one after the other; the nth at `n` seconds. */
const after = (...deeds: readonly (SessionDeed | readonly [by: string, did: SessionDeed])[]) =>
  storyOf(
    deeds.map((deed, index) => {
      const [by, did] = 'is' in deed ? (['ines', deed] as const) : deed;
      const number = index + 1;
      return { number, id: parseCommandId(`c${number}`), at: number * 1000, by, did };
    }),
  );

describe('the story of a session', () => {
  it('begins with nothing', () => {
    expect(after()).toBe(untoldStory);
  });

  it('takes back a step, and does it again', () => {
    expect(after(make, { is: 'undo', step: 1 }).plenary).toEqual(untouchedPlenary);
    const again = after(make, name('Doors'), { is: 'undo', step: 1 }, { is: 'redo', step: 1 });
    expect(again.plenary.findings.map((one) => one.name)).toEqual(['Doors']);
    expect(again.plenarySteps.map(({ undone }) => undone)).toEqual([false, false]);
  });

  it('keeps the last message to all tables and to each one, and takes them down', () => {
    const said = (...deeds: readonly SessionDeed[]) =>
      after(...deeds).messages.map(({ text }) => text);
    const deeds = [say('Welcome'), say('Come to the stage', 't3'), say('Five minutes left')];
    expect(said(...deeds)).toEqual(['Come to the stage', 'Five minutes left']);
    expect(said(...deeds, say(''))).toEqual(['Come to the stage']);
    expect(said(...deeds, say('', 't3'), say('', 't4'))).toEqual(['Five minutes left']);
  });

  it('arms the agenda’s clock anew when a person moves the phase, not when it does so itself', () => {
    const follow: SessionDeed = { is: 'clock', command: { is: 'follow' } };
    const back: SessionDeed = { is: 'phase', from: 'report-back', to: 'distil' };
    expect(after(follow, [agendaActor, back]).clock.followsSince).toBe(1000);
    expect(after(follow, back).clock.followsSince).toBe(2000);
    expect(after(back).clock.followsSince).toBeNull();
  });

  it('knows what the agenda moved, until a person moves the session', () => {
    const forth: SessionDeed = { is: 'phase', from: 'discuss', to: 'report-back' };
    const back: SessionDeed = { is: 'phase', from: 'report-back', to: 'discuss' };
    expect(after([agendaActor, forth], make).movedByAgenda).toEqual({
      from: 'discuss',
      to: 'report-back',
      at: 1000,
    });
    expect(after([agendaActor, forth], back).movedByAgenda).toBeNull();
    expect(after(forth).movedByAgenda).toBeNull();
  });

  it('knows when each phase began', () => {
    const story = after({ is: 'phase', from: 'gathering', to: 'discuss' }, make, {
      is: 'phase',
      from: 'discuss',
      to: 'distil',
    });
    expect(story.phases).toEqual([
      { phase: 'discuss', at: 1000 },
      { phase: 'distil', at: 3000 },
    ]);
    expect(story.last).toBe(3);
  });
});
