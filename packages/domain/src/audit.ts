import type { WorkshopId } from './ids.ts';
import type { Actor } from './plenary/actor.ts';

/** What is written down besides the steps of sessions: what changes who may come in, and what cannot be undone. */
export const auditedDeeds = [
  'link-replaced',
  'link-off',
  'link-on',
  'workshop-changed',
  'session-added',
  'session-changed',
  'session-removed',
  'agenda-changed',
  'table-changed',
  'table-added',
  'people-added',
  'people-moved',
  'people-moved-back',
  'person-erased',
  'exported',
  'expiry-changed',
  'owners-changed',
  'record-standing',
] as const;
export type AuditedDeed = (typeof auditedDeeds)[number];

/** One line of the audit list. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  readonly did: AuditedDeed;
  /**
   * What it was done to: a link's name, the settings that changed, a table. Never a secret, nor a person's
   * name, which has to be erasable.
   */
  readonly about: string;
}

/** Where the audit list is kept. Entries are added, never changed, and go with their workshop. */
export interface AuditLog {
  /** Committed when it resolves; nothing happens for a workshop that is gone. */
  add(workshop: WorkshopId, entry: AuditEntry): Promise<void>;
  /** The oldest first. */
  entries(workshop: WorkshopId): Promise<readonly AuditEntry[]>;
}
