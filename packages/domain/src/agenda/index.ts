export type { Agenda, AgendaDay, AgendaItem, AgendaKind, AgendaProblem } from './agenda.ts';
export {
  AGENDA_LIMIT_BYTES,
  type AgendaRefusal,
  AgendaRefused,
  decodeAgenda,
} from './agenda-text.ts';
export { parseAgenda } from './parse-agenda.ts';
