import {
  type FirstContent,
  firstUpdate,
  type RecordedContent,
} from '@reportback/document/first-update';
import { schemaVersion } from '@reportback/document/project';
import { type GroupId, parseGroupId, type SessionId } from '@reportback/domain';
import type { Clock, DocumentName, UpdateLog } from '@reportback/sync';
import * as Y from 'yjs';
import { Refusal } from '../refusal.ts';
import type { DocumentAddress } from './document-address.ts';

/** As what the server's own updates are logged. */
export const serverAuthor = 'server';

/** The name under which a group's document is logged; its incarnation is the log's to know. */
export function documentName(session: SessionId, group: GroupId): DocumentName {
  return `${session}.${group}`;
}

/** The session that a document belongs to and is deleted with. */
export function sessionOf(document: DocumentName): string | null {
  return document.split('.', 1)[0] ?? null;
}

/** The table that a document belongs to; null for a name of another shape. */
export function groupOf(document: DocumentName): GroupId | null {
  const [, group] = document.split('.');
  return group === undefined ? null : parseGroupId(group);
}

/** Makes group documents. Each gets its first content here, once, and never from a client. */
export class GroupDocuments {
  readonly #log: UpdateLog;
  readonly #clock: Clock;
  readonly #newIncarnation: () => string;
  readonly #known = new Map<DocumentName, string>();

  constructor(log: UpdateLog, clock: Clock, newIncarnation: () => string) {
    this.#log = log;
    this.#clock = clock;
    this.#newIncarnation = newIncarnation;
  }

  /**
   * The address of a group's document, which is made where there is none yet.
   * @throws Refusal when the workshop is gone, or when there is no space
   */
  async address(session: SessionId, group: GroupId): Promise<DocumentAddress> {
    const name = documentName(session, group);
    const incarnation = this.#known.get(name) ?? (await this.make(session, group));
    this.#known.set(name, incarnation);
    return { session, group, incarnation };
  }

  /**
   * Makes a document, beginning with this content; one that exists is left alone.
   * @returns its incarnation
   * @throws Refusal as {@link address}
   */
  async make(
    session: SessionId,
    group: GroupId,
    content?: FirstContent | RecordedContent,
  ): Promise<string> {
    const update = firstUpdate(content);
    const incarnation = this.#newIncarnation();
    const outcome = await this.#log.create(documentName(session, group), {
      incarnation,
      schemaVersion,
      first: { update, author: serverAuthor, claims: clientsOf(update) },
      at: this.#clock.wallTime(),
    });
    switch (outcome.is) {
      case 'created':
        return incarnation;
      case 'exists':
        return outcome.incarnation;
      case 'refused':
        throw outcome.reason === 'deleted'
          ? new Refusal('not-found', 'This session was deleted.')
          : new Refusal('unavailable', 'The server has no space left to open this table’s note.');
    }
  }

  /** Forgets a session that was deleted. */
  forget(session: SessionId): void {
    for (const name of this.#known.keys())
      if (sessionOf(name) === session) this.#known.delete(name);
  }
}

function clientsOf(update: Uint8Array): readonly number[] {
  return [...Y.parseUpdateMeta(update).from.keys()];
}
