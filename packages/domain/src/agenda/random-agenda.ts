import type { AgendaItem, AgendaKind } from './agenda.ts';

/** An agenda made by chance, as text in a random style, and what it says. */
interface RandomAgenda {
  text: string;
  days: { date: string; items: Omit<AgendaItem, 'line'>[] }[];
  timeZone: string | undefined;
}

/** Numbers from 0 to below 1 that only depend on the seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TITLES: Readonly<Record<Exclude<AgendaKind, 'report-back'>, readonly string[]>> = {
  breakout: [
    'Small groups: what stops us?',
    'Breakout 1',
    'Working groups (rooms 1-5)',
    'Table discussions',
    'World café',
    'Group work: 10-15 ideas each',
  ],
  break: ['Lunch', 'Coffee break', 'Tea', 'Breakfast', 'Break'],
  plenary: [
    'Welcome',
    'Keynote: 5 lessons from v1.2',
    'Lightning talks',
    'Panel: the 2025-2030 roadmap',
    'How the breakouts work',
    'Next steps',
    'Wrap-up',
  ],
  other: ['Registration', 'Check-in', 'Introductions at your table', 'Group photo'],
};
const REPORT_BACKS = [
  'Report back',
  'Groups report out',
  'Report-outs from the groups',
  'Share-out',
];
const DASHES = ['-', ' - ', '–', ' – ', ' — ', ' to ', '‑', ' − ', '~', ' → '];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function randomAgenda(random: () => number): RandomAgenda {
  const pick = <Choice>(choices: readonly Choice[]): Choice => {
    const choice = choices[Math.floor(random() * choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  };
  const chance = (share: number): boolean => random() < share;

  const style = {
    clock: pick(['24', '24-dot', 'h', 'pm-both', 'pm-end', 'none'] as const),
    layout: pick(['lines', 'bullets', 'tabs', 'wide', 'markdown', 'html'] as const),
    dash: pick(DASHES),
    ends: chance(0.7),
    zone: pick(['', '', 'CDT', 'CET', 'UTC+2']) || undefined,
    bold: chance(0.3),
    lineBreak: pick(['\n', '\r\n']),
  };
  // "9-10" could mean anything where minutes, am and pm are all left out: every clock has its minutes.
  const clock = (minutes: number, half: boolean): string => {
    const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
    if (style.clock === '24') return `${String(hour).padStart(2, '0')}:${minute}`;
    if (style.clock === '24-dot') return `${String(hour).padStart(2, '0')}.${minute}`;
    if (style.clock === 'h') return `${hour}h${minute}`;
    return `${((hour + 11) % 12) + 1}:${minute}${half ? (hour < 12 ? 'am' : 'pm') : ''}`;
  };
  const time = (start: number, end: number | undefined): string => {
    const half = style.clock === 'pm-both' || style.clock === 'pm-end';
    const zone = style.zone === undefined ? '' : ` ${style.zone}`;
    if (end === undefined) return `${clock(start, half)}${zone}`;
    return `${clock(start, style.clock === 'pm-both')}${style.dash}${clock(end, half)}${zone}`;
  };
  const hhmm = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

  const lines: string[] = ['Workshop on Random Agendas', ''];
  const days: RandomAgenda['days'] = [];
  const firstDay = Date.UTC(2026, Math.floor(random() * 12), 1 + Math.floor(random() * 28));
  const dayCount = pick([1, 1, 2, 3]);
  for (let day = 0; day < dayCount; day++) {
    const date = new Date(firstDay + day * 86_400_000);
    lines.push(
      dateText(date, pick(['iso', 'day-first', 'month-first', 'weekday', 'dotted'] as const)),
      '',
    );
    const rows = randomRows();
    lines.push(...render(rows), '');
    days.push({ date: date.toISOString().slice(0, 10), items: rows.map(({ item }) => item) });
  }
  return { text: lines.join(style.lineBreak), days, timeZone: style.zone };

  interface Row {
    item: Omit<AgendaItem, 'line'>;
    start: number;
    end: number | undefined;
    inside: string | undefined;
  }

  function randomRows(): Row[] {
    const rows: Row[] = [];
    let now = 8 * 60 + 5 * Math.floor(random() * 24);
    let waiting: Row[] = [];
    const count = 3 + Math.floor(random() * 9);
    for (let at = 0; at < count && now < 18 * 60; at++) {
      const length = 10 + 5 * Math.floor(random() * 20);
      const kind =
        waiting.length > 0 && chance(0.3)
          ? 'report-back'
          : pick(['breakout', 'breakout', 'break', 'plenary', 'plenary', 'other'] as const);
      const title = kind === 'report-back' ? pick(REPORT_BACKS) : pick(TITLES[kind]);
      const row: Row = {
        item: { start: hhmm(now), end: hhmm(now + length), title, kind, reportBack: null },
        start: now,
        end: style.ends ? now + length : undefined,
        inside: undefined,
      };
      if (kind === 'breakout') {
        if (style.ends && chance(0.4)) {
          const minutes = now + length - 5;
          row.inside = `${pick(['Report Back', 'report out', 'Report-back at'])} ${time(minutes, undefined)}`;
          row.item.reportBack = hhmm(minutes);
        } else {
          waiting.push(row);
        }
      }
      if (kind === 'report-back') {
        for (const breakout of waiting) breakout.item.reportBack = hhmm(now);
        waiting = [];
      }
      rows.push(row);
      now += length;
    }
    const last = rows.at(-1);
    if (!style.ends && last !== undefined) last.item.end = null;
    return rows;
  }

  function render(rows: readonly Row[]): string[] {
    const cells = rows.map(({ item, start, end, inside }) => ({
      time: time(start, end),
      title: item.title,
      inside,
    }));
    switch (style.layout) {
      case 'lines':
        return cells.flatMap((row) => [
          `${row.time} ${row.title}`,
          ...(row.inside === undefined ? [] : [row.inside]),
        ]);
      case 'bullets':
        return cells.flatMap((row) => [
          `- ${style.bold ? `**${row.time}**` : row.time}: ${row.title}`,
          ...(row.inside === undefined ? [] : [`  - ${row.inside}`]),
        ]);
      case 'tabs':
        return cells.flatMap((row) => [
          `${row.time}\t${row.title}\tRoom 12`,
          ...(row.inside === undefined ? [] : [`\t${row.inside}`]),
        ]);
      case 'wide':
        return cells.flatMap((row) => [
          `${row.time.padEnd(24)}     ${row.title}`,
          ...(row.inside === undefined ? [] : [`${' '.repeat(29)}${row.inside}`]),
        ]);
      case 'markdown':
        return [
          '| Time | Session | Room |',
          '|---|:--|---|',
          ...cells.map(
            (row) =>
              `| ${row.time} | ${style.bold ? `**${row.title}**` : row.title}${row.inside === undefined ? '' : `<br>${row.inside}`} | 12 |`,
          ),
        ];
      case 'html':
        return [
          '<table><tr><th>Time</th><th>Session</th></tr>',
          ...cells.map(
            (row) =>
              `<tr><td>${row.time.replace(/ /g, '&nbsp;')}</td>\n<td>${row.title}${row.inside === undefined ? '' : `<br/>${row.inside}`}</td></tr>`,
          ),
          '</table>',
        ];
    }
  }

  function dateText(
    date: Date,
    form: 'iso' | 'day-first' | 'month-first' | 'weekday' | 'dotted',
  ): string {
    const [year, month, dayOfMonth] = [
      date.getUTCFullYear(),
      MONTHS[date.getUTCMonth()],
      date.getUTCDate(),
    ];
    switch (form) {
      case 'iso':
        return date.toISOString().slice(0, 10);
      case 'day-first':
        return `${dayOfMonth} ${month} ${year}`;
      case 'month-first':
        return `${month?.slice(0, 3)} ${dayOfMonth}, ${year}`;
      case 'weekday':
        return `${WEEKDAYS[date.getUTCDay()]}, ${dayOfMonth} ${month} ${year}`;
      case 'dotted':
        return `${String(dayOfMonth).padStart(2, '0')}.${String(date.getUTCMonth() + 1).padStart(2, '0')}.${year}`;
    }
  }
}
