import type { GroupId, SessionId } from '@reportback/domain';
import type { DocumentName } from '@reportback/sync';
import type * as Y from 'yjs';
import { documentName, groupOf, sessionOf } from '../workshops/group-documents.ts';
import { type GroupWork, noWork, projectGroupWork } from './board-card.ts';
import { OpenTables } from './open-tables.ts';
import type { BoardSource } from './session-board.ts';

/** Gives a document to look at, not to keep or change; null when there is none, or it cannot be read. */
export type LookAt = <Seen>(
  document: DocumentName,
  look: (doc: Y.Doc) => Seen,
) => Promise<Seen | null>;

/** Tells boards which documents changed, and looks at them when asked. */
export class DocumentWatch implements BoardSource {
  readonly tables = new OpenTables((document) => this.changed(document));
  readonly #lookAt: LookAt;
  readonly #watchers = new Map<string, Set<(group: GroupId) => void>>();

  constructor(lookAt: LookAt) {
    this.#lookAt = lookAt;
  }

  /** A document has other content, or other people, than before. */
  changed(document: DocumentName): void {
    const group = groupOf(document);
    if (group === null) return;
    for (const changed of this.#watchers.get(sessionOf(document) ?? '') ?? []) changed(group);
  }

  watch(session: SessionId, changed: (group: GroupId) => void): () => void {
    const watchers = this.#watchers.get(session) ?? new Set();
    this.#watchers.set(session, watchers.add(changed));
    return () => {
      watchers.delete(changed);
      if (watchers.size === 0) this.#watchers.delete(session);
    };
  }

  async work(session: SessionId, group: GroupId): Promise<GroupWork> {
    return (await this.#lookAt(documentName(session, group), projectGroupWork)) ?? noWork;
  }

  people(session: SessionId, group: GroupId): number {
    return this.tables.people(documentName(session, group));
  }
}
