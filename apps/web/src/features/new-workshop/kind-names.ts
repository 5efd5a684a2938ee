import type { AgendaKind } from '@reportback/domain';

/** What the kinds of rows are called where one chooses among them. */
export const kindNames: Readonly<Record<AgendaKind, string>> = {
  breakout: 'Session in small groups',
  'report-back': 'Report-back',
  break: 'Break',
  plenary: 'Plenary',
  other: 'Other',
};
