import type { GroupId, Phase, Presentation } from '@reportback/domain';

/** Whether a table speaks now or has spoken; null before. */
export type Turn = 'speaking' | 'heard' | null;

export function turnOf({ spotlight, heard }: Presentation, group: GroupId): Turn {
  if (spotlight?.group === group) return 'speaking';
  return heard.includes(group) ? 'heard' : null;
}

/** In words and with a shape, so that nobody has to tell colours apart. */
export function turnWords(turn: Exclude<Turn, null>): string {
  return turn === 'speaking' ? '▶ Speaking' : '✓ Heard';
}

/** “2 of 8 heard” from the report-back on; null before it. */
export function howManyHeard({ heard }: Presentation, phase: Phase, tables: number): string | null {
  const isReporting = phase === 'report-back' || (phase === 'amend' && heard.length > 0);
  return isReporting ? `${heard.length} of ${tables} heard` : null;
}
