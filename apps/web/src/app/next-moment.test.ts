import { parseSessionId, parseWorkshopId, type Session } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { nextMoment } from './next-moment.ts';

const chicago = 'America/Chicago';
const session: Session = {
  id: parseSessionId('s1'),
  workshop: parseWorkshopId('w'),
  position: 1,
  title: 'Inherent Challenges',
  prompt: '',
  date: '2025-09-15',
  start: '11:00',
  reportBack: '12:00',
  end: '12:30',
  phase: 'gathering',
};
/** Chicago is five hours behind in September. */
const at = (time: string) => Date.parse(`2025-09-15T${time}:00-05:00`);

describe('what the agenda has next', () => {
  it('is the start, then the report-back, then the end', () => {
    expect(nextMoment(session, 'gathering', at('10:50'), chicago)).toEqual({
      is: 'start',
      time: '11:00',
      instant: at('11:00'),
    });
    expect(nextMoment(session, 'discuss', at('11:10'), chicago)).toMatchObject({
      is: 'report-back',
    });
    expect(nextMoment(session, 'distil', at('11:50'), chicago)).toMatchObject({ time: '12:00' });
    expect(nextMoment(session, 'report-back', at('12:10'), chicago)).toMatchObject({ is: 'end' });
    expect(nextMoment(session, 'amend', at('12:40'), chicago)).toBeNull();
  });

  it('is the end where the agenda has no report-back', () => {
    expect(
      nextMoment({ ...session, reportBack: null }, 'discuss', at('11:10'), chicago),
    ).toMatchObject({
      is: 'end',
      time: '12:30',
    });
  });

  it('stays while the room is late, and goes once the day went otherwise', () => {
    expect(nextMoment(session, 'distil', at('12:20'), chicago)).toMatchObject({
      is: 'report-back',
    });
    expect(nextMoment(session, 'distil', at('18:00'), chicago)).toBeNull();
  });

  it('is nothing on another day', () => {
    expect(
      nextMoment({ ...session, date: '2025-09-16' }, 'discuss', at('11:10'), chicago),
    ).toBeNull();
  });
});
