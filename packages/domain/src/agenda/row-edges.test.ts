import { describe, expect, it } from 'vitest';
import { parseAgenda } from './parse-agenda.ts';

/** Each item on a line: start, end, kind, report-back, title; then the lines with problems. */
function read(...lines: string[]): string[] {
  const { days, problems } = parseAgenda(lines.join('\n'));
  const items = days.flatMap((day) => day.items);
  return [
    ...items.map(({ start, end, kind, reportBack, title }) =>
      [start, end ?? '-', kind, reportBack ?? '', title].filter(Boolean).join(' '),
    ),
    ...problems.map(({ line }) => `problem in line ${line}`),
  ];
}

describe('hours without minutes', () => {
  it('are rows where the rows around them leave room', () => {
    expect(
      read(
        '9 Registration',
        '9:30 Welcome',
        '10 Keynote',
        '11:30 Breakouts',
        '12:30 Report back',
        '1 Lunch',
        '2:15 Panel',
        '4 Close',
      ),
    ).toEqual([
      '09:00 09:30 other Registration',
      '09:30 10:00 plenary Welcome',
      '10:00 11:30 plenary Keynote',
      '11:30 12:30 breakout 12:30 Breakouts',
      '12:30 13:00 report-back Report back',
      '13:00 14:15 break Lunch',
      '14:15 16:00 plenary Panel',
      '16:00 - other Close',
    ]);
    expect(read('2:30 - 3: Coffee', '3 - 4: Talks', '4: End')).toEqual([
      '14:30 15:00 break Coffee',
      '15:00 16:00 plenary Talks',
      '16:00 - other End',
    ]);
  });

  it('are numbers of something where they do not', () => {
    expect(
      read(
        '10:00-11:00 Breakout groups',
        '11 Tables in rooms A to K',
        '3 Facilitators',
        '11:00-11:30 Report back',
      ),
    ).toEqual([
      '10:00 11:00 breakout 11:00 Breakout groups',
      '11:00 11:30 report-back Report back',
    ]);
  });
});

describe('am and pm', () => {
  it('come from the other end of the row', () => {
    expect(read('11:00-12:30pm A', '1:30-2:00pm B', '2:00-5:00pm C')).toEqual([
      '11:00 12:30 plenary A',
      '13:30 14:00 plenary B',
      '14:00 17:00 plenary C',
    ]);
  });

  it('come from the rows before, where a 12-hour clock goes back', () => {
    expect(
      read(
        '8:00 Breakfast',
        '9:00-12:00 Talks',
        '12:00-1:30 Lunch',
        '1:30-5:00 Talks',
        '7:00 Dinner',
      ),
    ).toEqual([
      '08:00 09:00 break Breakfast',
      '09:00 12:00 plenary Talks',
      '12:00 13:30 break Lunch',
      '13:30 17:00 plenary Talks',
      '19:00 - break Dinner',
    ]);
  });

  it('come from the rows after, for the first row of a day', () => {
    expect(read('6:30 Registration', '8:00 am Welcome')[0]).toBe('06:30 08:00 other Registration');
    expect(read('5:30 Registration', '6:00 pm Welcome')[0]).toBe('17:30 18:00 other Registration');
    expect(read('1:00 Welcome', '1:15 Talks')[0]).toBe('13:00 13:15 plenary Welcome');
    expect(read('6:00 Dinner')[0]).toBe('18:00 - break Dinner');
  });

  it('are not added where the agenda counts 24 hours', () => {
    expect(read('14:00-15:00 Talks', '09:00-10:00 More talks')).toEqual([
      '14:00 15:00 plenary Talks',
      '09:00 10:00 plenary More talks',
      'problem in line 2',
    ]);
  });

  it('are questioned where they contradict the order of the rows', () => {
    expect(read('11:00am Talks', '12:00am Lunch', '1:00pm Panel')).toContain('problem in line 2');
    expect(read('9:00 Opening', '5:00 Adjourn', '9:00 Recap')).toContain('problem in line 3');
  });

  it('let a night go past midnight', () => {
    expect(read('10:00 PM – 1:00 AM Party', '1:00 AM Night bus')).toEqual([
      '22:00 01:00 break Party',
      '01:00 - other Night bus',
    ]);
    expect(read('22:00-24:00 Party')).toEqual(['22:00 00:00 break Party']);
  });
});

describe('a report-back', () => {
  it('on a line of its own without a place in the day belongs to the breakout above', () => {
    expect(read('9:00-10:00 Breakout', 'Report back: 9:45', '10:00 Talk')).toEqual([
      '09:00 10:00 breakout 09:45 Breakout',
      '10:00 - plenary Talk',
    ]);
  });

  it('that begins when the row above ends is a row', () => {
    expect(read('9:00-10:00 Breakout', 'Report back 10:00-10:30', '10:30 Talk')).toEqual([
      '09:00 10:00 breakout 10:00 Breakout',
      '10:00 10:30 report-back Report back',
      '10:30 - plenary Talk',
    ]);
  });

  it('with the time first, and not indented, is a row', () => {
    expect(read('9:00-10:00 Breakout', '9:45 Report back', '10:00 Talk')).toEqual([
      '09:00 10:00 breakout 09:45 Breakout',
      '09:45 10:00 report-back Report back',
      '10:00 - plenary Talk',
    ]);
  });

  it('counts back from the end of its breakout', () => {
    expect(
      read('9:00-10:00 Breakout', '  Report back in the last 15 minutes', '10:00 Talk')[0],
    ).toBe('09:00 10:00 breakout 09:45 Breakout');
  });

  it('outside of its breakout is a problem', () => {
    expect(read('10:00-11:00 Breakout', '  Report back 11:30', '12:00 Lunch')).toEqual([
      '10:00 11:00 breakout 11:30 Breakout',
      '12:00 - break Lunch',
      'problem in line 1',
    ]);
  });

  it('belongs to the breakouts of its own day only', () => {
    expect(read('Day 1', '9:00-10:00 Breakout', 'Day 2', '9:00-9:30 Report back')).toEqual([
      '09:00 10:00 breakout Breakout',
      '09:00 09:30 report-back Report back',
    ]);
  });
});

describe('a row over other rows', () => {
  it('is their heading', () => {
    expect(
      read('13:00-15:00 Breakouts', '13:00-14:00 Breakout A', '14:00-15:00 Breakout B')[0],
    ).toBe('13:00 15:00 other Breakouts');
  });

  it('stays a break or a breakout where only a break or a report-back lies inside', () => {
    expect(read('13:00-17:00 Working groups', '15:00-15:15 Coffee', '17:00 Close')[0]).toBe(
      '13:00 17:00 breakout Working groups',
    );
    expect(read('12:00-14:00 Lunch', '13:00-14:00 Posters', '14:00 Talks')[0]).toBe(
      '12:00 14:00 break Lunch',
    );
  });
});

describe('what looks like a row and is none', () => {
  it.each([
    '25:00-26:00 Keynote',
    '9:75 Coffee',
    '9:00-9:75 Coffee',
    '9;00-9:15 Welcome',
    '1O:30 Break',
    '9:00-9:3 Welcome',
    '10,30-11,00 Coffee',
    'Lunch 12:00-12:75',
    '9:00-9:30',
  ])('“%s” is a problem', (line) => {
    expect(read(line, '', '16:00 End').at(-1)).toBe('problem in line 1');
  });

  it('a cell under “Time” without a time is a problem', () => {
    expect(read('Time | What', '9:00 | Welcome', 'TBD | Excursion', '11:00 | Talks')).toContain(
      'problem in line 3',
    );
  });

  it('a row in another zone is a problem', () => {
    expect(read('9:00 AM EST Welcome', '10:00 AM CET Talk')).toContain('problem in line 2');
  });

  it('a date that its weekday contradicts, or that no calendar has, is a problem', () => {
    expect(read('Tuesday, May 13, 2026', '9:00 Welcome', '31 June 2026', '9:00 Talk')).toEqual([
      '09:00 - plenary Welcome',
      '09:00 - plenary Talk',
      'problem in line 1',
      'problem in line 3',
    ]);
  });
});

describe('times after the words', () => {
  it('are rows where the agenda is written so', () => {
    expect(
      read('Opening 10:00–10:10', 'What should we do? 10:10–11:00', 'Coffee (11:00–11:20)'),
    ).toEqual([
      '10:00 10:10 plenary Opening',
      '10:10 11:00 plenary What should we do?',
      '11:00 11:20 break Coffee',
    ]);
  });

  it('are a row between others where they fill the gap', () => {
    expect(read('9:00-10:00 Talks', 'Coffee (10:00-10:30)', '10:30-11:00 Talks')[1]).toBe(
      '10:00 10:30 break Coffee',
    );
  });

  it('are no rows in hours of a hotel, a desk or a car park', () => {
    const hours = [
      'Hotel check-in: 3:00 pm',
      'Check-out: 11:00 am',
      'Parking: 6:00 am - 11:00 pm',
      'Workshop 9:00–17:00',
    ];
    expect(read(...hours)).toEqual([]);
    expect(read(...hours, '9:00-10:00 Talks', '10:00-11:00 Panel')).toHaveLength(2);
  });
});

describe('an agenda that mixes both clocks', () => {
  it('reads am and pm where they are written, and 24 hours elsewhere', () => {
    expect(read('1:30-2:00pm Welcome', '2:00pm-3:30 Small groups', '15:30-16:00 Break')).toEqual([
      '13:30 14:00 plenary Welcome',
      '14:00 15:30 breakout Small groups',
      '15:30 16:00 break Break',
    ]);
  });
});

it('several rows on one line are several rows', () => {
  expect(read('Agenda: 9:00 Welcome; 9:15 Keynote; 10:00 Coffee; 10:30 Breakouts')).toEqual([
    '09:00 09:15 plenary Welcome',
    '09:15 10:00 plenary Keynote',
    '10:00 10:30 break Coffee',
    '10:30 - breakout Breakouts',
  ]);
});
