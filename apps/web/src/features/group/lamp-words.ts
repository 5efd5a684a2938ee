import type { SaveStatus } from '@reportback/client';
import type { LampState } from '../../design/lamp.tsx';

/** The lamp for each state of the text. */
export const lampOf: Readonly<Record<SaveStatus['is'], LampState>> = {
  saved: 'saved',
  saving: 'saving',
  'only-here': 'local',
  refused: 'refused',
};

/** “1 line”, “14 lines”; at least one, because something waits. */
export function howManyLines(lines: number): string {
  const count = Math.max(1, lines);
  return count === 1 ? '1 line' : `${count} lines`;
}

/** “14 lines wait here and go up by themselves.” */
export function whatWaits(lines: number): string {
  return lines <= 1
    ? '1 line waits here and goes up by itself.'
    : `${lines} lines wait here and go up by themselves.`;
}

/** “11:41” on this device's clock. */
export function clockTime(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(instant);
}
