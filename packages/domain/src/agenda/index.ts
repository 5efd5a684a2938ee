export type { Agenda, AgendaDay, AgendaItem, AgendaKind, AgendaProblem } from './agenda.ts';
export { freeLine, type PlacedRow, rowAt, withoutRow, withRow } from './agenda-rows.ts';
export {
  AGENDA_LIMIT_BYTES,
  type AgendaRefusal,
  AgendaRefused,
  decodeAgenda,
  encodingOf,
} from './agenda-text.ts';
export { type Contradiction, contradictionsIn } from './contradictions.ts';
export { inferTimeZone } from './infer-time-zone.ts';
export { parseAgenda } from './parse-agenda.ts';
export { type Programme, sessionLines, withoutSession, withSession } from './session-rows.ts';
