import {
  type Phase,
  parseSessionId,
  parseWorkshopId,
  type Session,
  usualTemplate,
} from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { currentSession } from './current-session.ts';

const session = (position: number, start: string, end: string, phase: Phase): Session => ({
  id: parseSessionId(`s${position}`),
  workshop: parseWorkshopId('w'),
  position,
  title: `Session ${position}`,
  prompt: '',
  cardTemplate: usualTemplate,
  date: '2025-09-15',
  start,
  reportBack: null,
  end,
  phase,
});

const day = (...phases: readonly [Phase, Phase, Phase]) => [
  session(1, '11:00', '12:30', phases[0]),
  session(2, '14:00', '15:30', phases[1]),
  session(3, '16:00', '16:45', phases[2]),
];

const at = (time: string, date = '2025-09-15') => ({ date, time });

describe('the session that people mean', () => {
  it('is the last one that a facilitator has begun', () => {
    expect(currentSession(day('amend', 'discuss', 'gathering'), at('09:00'))?.position).toBe(2);
  });

  it('is the one that the agenda has now, or next today, while none is begun', () => {
    const sessions = day('gathering', 'gathering', 'gathering');
    expect(currentSession(sessions, at('09:00'))?.position).toBe(1);
    expect(currentSession(sessions, at('14:30'))?.position).toBe(2);
    expect(currentSession(sessions, at('15:45'))?.position).toBe(3);
  });

  it('is the first open one on another day', () => {
    expect(
      currentSession(day('frozen', 'gathering', 'gathering'), at('14:30', '2026-01-01'))?.position,
    ).toBe(2);
  });

  it('is the last one when all are frozen', () => {
    expect(currentSession(day('frozen', 'frozen', 'frozen'), at('18:00'))?.position).toBe(3);
  });

  it('is none in a workshop without sessions', () => {
    expect(currentSession([], at('09:00'))).toBeNull();
  });
});
