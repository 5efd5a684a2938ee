import type { SaveStatus } from '@reportback/client';
import type { LampState } from '../../design/lamp.tsx';

/** The lamp for each state of the text. */
export const lampOf: Readonly<Record<SaveStatus['is'], LampState>> = {
  saved: 'saved',
  saving: 'saving',
  'only-here': 'local',
  refused: 'refused',
};

/** What of a document only this device has. */
export interface Waiting {
  readonly lines: number;
  readonly images: number;
}

/** “1 line”, “14 lines and 2 images”; at least one line, because something waits. */
export function howMuch({ lines, images }: Waiting): string {
  const parts = [
    ...(lines > 0 || images === 0 ? [counted(Math.max(1, lines), 'line')] : []),
    ...(images > 0 ? [counted(images, 'image')] : []),
  ];
  return parts.join(' and ');
}

/** “14 lines wait here and go up by themselves.” */
export function whatWaits(waiting: Waiting): string {
  return waiting.lines + waiting.images <= 1
    ? `${howMuch(waiting)} waits here and goes up by itself.`
    : `${howMuch(waiting)} wait here and go up by themselves.`;
}

/** What waits of a document in this state. */
export function waitingOf(save: SaveStatus, images: number): Waiting {
  return { lines: save.is === 'saved' ? 0 : save.lines, images };
}

function counted(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? '' : 's'}`;
}

/** “11:41” on this device's clock. */
export function clockTime(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(instant);
}
