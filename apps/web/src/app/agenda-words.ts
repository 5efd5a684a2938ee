import type { PlannedPhase } from '@reportback/domain';
import { phaseNames } from '../design/phase-bar.tsx';
import { localTime } from './local-time.ts';

/** What the agenda is about to begin, for everybody in the room: “Report-back begins at 12:00”. */
export function agendaWords({ phase, at }: PlannedPhase, timeZone: string): string {
  return `${phaseNames[phase]} begins at ${localTime(at, timeZone).time}`;
}
