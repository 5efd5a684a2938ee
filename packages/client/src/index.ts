export { type RefusalReason, refusals } from '@reportback/sync/wire';
export { browserClock } from './clock.ts';
export type { ConnectionStatus, Ending } from './connection-status.ts';
export type { Host, TicketOutcome } from './host.ts';
export type { DocumentAddress, OpenDocument } from './open-document.ts';
export { type Hold, OpenDocuments } from './open-documents.ts';
export { enterField, introduce, type OwnPresence, type Person } from './presence.ts';
export type { SaveStatus } from './save-status.ts';
export { windowSignals } from './wake-signals.ts';
