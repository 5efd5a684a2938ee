import type { WorkshopView } from '@reportback/domain';
import { dayInWords } from './local-time.ts';

/** “Monday 15 September 2025, Chicago”; what is not known is left out. */
export function whenAndWhere({
  workshop,
  sessions,
}: Pick<WorkshopView, 'workshop' | 'sessions'>): string {
  const date =
    sessions.find((session) => session.date !== null)?.date ?? workshop.agenda.days[0]?.date;
  return [date === undefined ? '' : dayInWords(date), workshop.place]
    .filter((fact) => fact !== '')
    .join(', ');
}
