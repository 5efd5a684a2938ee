import {
  type AuditEntry,
  type AuditLog,
  type AuditView,
  type PlenaryStore,
  type SessionStep,
  unreachable,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import type { Clock } from '@reportback/sync';
import type { Asker } from '../access/gate.ts';
import { actorName, actorOf } from '../plenary/actor.ts';

/** Writes down that somebody did something to the workshop of their link. */
export async function note(
  { audit, clock }: { readonly audit: AuditLog; readonly clock: Clock },
  asker: Asker,
  did: AuditEntry['did'],
  about: string,
): Promise<void> {
  await audit.add(asker.link.workshop, { at: clock.wallTime(), by: actorOf(asker), did, about });
}

export interface AuditParts {
  readonly store: WorkshopStore;
  readonly plenaries: PlenaryStore;
  readonly audit: AuditLog;
}

/** Who did what to a workshop, the newest first: what was written down, and the moves and messages of its sessions. */
export async function auditView(parts: AuditParts, workshop: WorkshopId): Promise<AuditView> {
  const { store, plenaries, audit } = parts;
  const seats = await store.seats(workshop);
  const told = (at: number, by: string, did: string) => ({ at, by: actorName(by, seats), did });
  const entries = (await audit.entries(workshop)).map((entry) =>
    told(entry.at, entry.by, entryInWords(entry)),
  );
  for (const { id, title } of await store.sessions(workshop))
    for (const step of await plenaries.steps(id)) {
      const did = stepInWords(step, title);
      if (did !== null) entries.push(told(step.at, step.by, did));
    }
  return { entries: entries.sort((one, other) => other.at - one.at) };
}

function entryInWords({ did, about }: AuditEntry): string {
  switch (did) {
    case 'link-replaced':
      return `replaced ${about}`;
    case 'link-off':
      return `switched off ${about}`;
    case 'link-on':
      return `switched on ${about}`;
    case 'workshop-changed':
      return `changed the workshop: ${about}`;
    case 'session-added':
      return `added a session: ${about}`;
    case 'session-removed':
      return `removed a session: ${about}`;
    case 'agenda-changed':
      return `changed the agenda: ${about}`;
    case 'session-changed':
      return `changed a session: ${about}`;
    case 'table-changed':
      return `renamed ${about}`;
    case 'table-added':
      return `added ${about}`;
    case 'people-added':
      return `added people: ${about}`;
    case 'people-moved':
      return `moved people: ${about}`;
    case 'people-moved-back':
      return `took a move of people back: ${about}`;
    case 'person-erased':
      return `erased a person${about}`;
    case 'expiry-changed':
      return about === ''
        ? 'let the workshop stay for good'
        : `let the workshop be deleted on ${about}`;
    case 'owners-changed':
      return `changed who owns the workshop by signing in: ${about}`;
    case 'record-standing':
      return about;
    case 'exported':
      return `downloaded the record: ${about}`;
    default:
      return unreachable(did);
  }
}

/** Null for what a plenary does all the time. */
function stepInWords({ did }: SessionStep, session: string): string | null {
  switch (did.is) {
    case 'phase':
      return did.to === 'frozen'
        ? `froze “${session}”`
        : did.from === 'frozen'
          ? `reopened “${session}”`
          : `moved “${session}” from ${did.from} to ${did.to}`;
    case 'message':
      return did.text === '' ? `took a message down in “${session}”` : `sent “${did.text}”`;
    case 'restored':
      return `brought back what a table had written earlier in “${session}”`;
    case 'clock':
      return `changed the clock of “${session}”`;
    case 'plenary':
    case 'undo':
    case 'redo':
    case 'sign-off':
      return null;
    default:
      return unreachable(did);
  }
}
