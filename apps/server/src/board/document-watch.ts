import type { GroupId, SeatId, SessionId } from '@reportback/domain';
import type { DocumentName, RoomRegistry, Unavailable, UpdateLog } from '@reportback/sync';
import { documentName, groupOf, sessionOf } from '../workshops/group-documents.ts';
import { lookAtLogged } from '../workshops/read-document.ts';
import { damagedWork, type GroupWork, noWork, projectGroupWork } from './board-card.ts';
import { OpenTables } from './open-tables.ts';
import type { BoardSource } from './session-board.ts';

/** Tells boards which documents changed, and looks at them when asked. */
export class DocumentWatch implements BoardSource {
  readonly tables = new OpenTables((document) => this.changed(document));
  readonly #rooms: Pick<RoomRegistry, 'read' | 'connectedTo'>;
  readonly #log: UpdateLog;
  readonly #watchers = new Map<string, Set<(group: GroupId) => void>>();

  constructor(rooms: Pick<RoomRegistry, 'read' | 'connectedTo'>, log: UpdateLog) {
    this.#rooms = rooms;
    this.#log = log;
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
    const document = documentName(session, group);
    // What nobody has open is looked at as it is logged: a board alone opens no room.
    if (this.#rooms.connectedTo(document).length === 0)
      return workOf(await lookAtLogged(this.#log, document, projectGroupWork));
    const read = await this.#rooms.read(document, projectGroupWork);
    return workOf(read.is === 'read' ? read : { is: read.reason });
  }

  people(session: SessionId, group: GroupId): readonly SeatId[] {
    return this.tables.people(documentName(session, group));
  }
}

function workOf(
  look: { readonly is: 'read'; readonly value: GroupWork } | { readonly is: Unavailable },
): GroupWork {
  if (look.is === 'read') return look.value;
  return look.is === 'damaged' ? damagedWork : noWork;
}
