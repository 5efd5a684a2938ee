import { projectCard, projectNote } from '@reportback/document/project';
import type { GroupId, Seat, SessionId, VersionEntry, WrittenTable } from '@reportback/domain';
import { buildDoc, DamagedVersion, type RoomRegistry, type UpdateLog } from '@reportback/sync';
import type * as Y from 'yjs';
import { actorName } from '../plenary/actor.ts';
import { Refusal } from '../refusal.ts';
import { documentName, serverAuthor } from './group-documents.ts';
import { versionReason } from './version-cause.ts';

/** Whom a history may name: nobody where it is null. */
export type Naming = readonly Seat[] | null;

type Logged = Awaited<ReturnType<UpdateLog['listVersions']>>[number];

/** The versions of tables' documents: reads them, and brings one back. */
export class TableHistory {
  readonly #log: UpdateLog;
  readonly #rooms: RoomRegistry;
  readonly #failed: (error: unknown) => void;

  /** @param failed called with what the disk has damaged */
  constructor(log: UpdateLog, rooms: RoomRegistry, failed: (error: unknown) => void) {
    this.#log = log;
    this.#rooms = rooms;
    this.#failed = failed;
  }

  /** The newest first. */
  async list(session: SessionId, group: GroupId, naming: Naming): Promise<readonly VersionEntry[]> {
    const versions = await this.#log.listVersions(documentName(session, group));
    return versions.map((version) => entryOf(version, naming));
  }

  /**
   * A version and what it says.
   * @throws Refusal `not-found` for a number that no version has, `unavailable` for one that is damaged
   */
  async read(
    session: SessionId,
    group: GroupId,
    id: number,
    naming: Naming,
  ): Promise<{ readonly version: VersionEntry; readonly said: WrittenTable }> {
    const version = await this.#log
      .readVersion(documentName(session, group), id)
      .catch((error: unknown) => {
        if (!(error instanceof DamagedVersion)) throw error;
        this.#failed(error);
        throw damagedVersion(id, error);
      });
    if (version === undefined) throw noSuchVersion(id);
    const doc = buildDoc([version.state]);
    const said = writtenTable(doc, naming);
    doc.destroy();
    return { version: entryOf(version, naming), said };
  }

  /** What the table says now. @throws Refusal when its document cannot be read */
  async now(session: SessionId, group: GroupId, naming: Naming): Promise<WrittenTable> {
    const read = await this.#rooms.read(documentName(session, group), (doc) =>
      writtenTable(doc, naming),
    );
    if (read.is === 'read') return read.value;
    throw read.reason === 'absent'
      ? new Refusal('not-found', 'This table was not opened yet.')
      : new Refusal('unavailable', 'What the table says now cannot be read. Try again.');
  }

  /**
   * Brings a version back as a new edit, in the name of a seat. What is replaced is kept as a version.
   * @returns whether anything had to be changed; durable then
   * @throws Refusal when there is no such version, or no writing
   */
  async restore(session: SessionId, group: GroupId, id: number, by: string): Promise<boolean> {
    // The editor's schema, which nothing else on a server needs.
    const { restore } = await import('@reportback/document/restore');
    const name = documentName(session, group);
    const outcome = await this.#rooms.restoreVersion(name, id, by, restore);
    switch (outcome.is) {
      case 'edited':
        return true;
      case 'unchanged':
        return false;
      case 'no-such-version':
        throw noSuchVersion(id);
      case 'refused':
        throw refusedRestore(outcome.reason);
    }
  }
}

const refusedRestores = {
  locked: ['not-now', 'This session is frozen. Reopen it to bring a version back.'],
  'storage-full': [
    'unavailable',
    'The server has no space left. Nothing was changed; try again when there is some.',
  ],
  absent: ['not-found', 'This table was not opened yet.'],
  damaged: ['unavailable', 'The table’s document cannot be read. Nothing was changed.'],
  failed: [
    'unavailable',
    'This version holds something that the editor cannot show, so it was not brought back. You can read it here and copy from it.',
  ],
} as const;

function refusedRestore(reason: keyof typeof refusedRestores): Refusal {
  const [code, sentence] = refusedRestores[reason];
  return new Refusal(code, sentence);
}

function noSuchVersion(id: number): Refusal {
  return new Refusal('not-found', `This table has no version ${id}, or keeps it no longer.`);
}

function damagedVersion(id: number, cause: DamagedVersion): Refusal {
  return new Refusal(
    'unavailable',
    `Version ${id} is damaged on the server’s disk and cannot be read. What the table says now is not touched by that; choose another version.`,
    { cause },
  );
}

function entryOf({ id, at, cause, authors }: Logged, naming: Naming): VersionEntry {
  const by =
    naming &&
    authors.filter((author) => author !== serverAuthor).map((author) => actorName(author, naming));
  return { id, at, why: versionReason(cause), by };
}

function writtenTable(doc: Y.Doc, naming: Naming): WrittenTable {
  const { headline, points, ask, dissent, reporter } = projectCard(doc);
  return {
    note: projectNote(doc),
    headline,
    points: points.map(({ id, text }) => ({ id, text })),
    ask,
    dissent,
    reporter: naming?.find(({ id }) => id === reporter)?.name ?? null,
  };
}
