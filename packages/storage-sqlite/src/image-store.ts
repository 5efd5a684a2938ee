import { createHash } from 'node:crypto';
import {
  type AddedImage,
  type ImageFile,
  type ImageId,
  type ImagePlace,
  type ImageStore,
  imageMediaTypes,
  parseGroupId,
  parseSessionId,
  type WorkshopId,
} from '@reportback/domain';
import type { Database } from 'better-sqlite3';
import { oneOf } from './workshop-rows.ts';
import type { Writer } from './writer.ts';

interface PlaceRow {
  session: string;
  workshop_group: string;
}

interface FileRow {
  media_type: string;
  width: number;
  height: number;
  data: Uint8Array;
}

/** Images in SQLite. A write throws StorageProblem `full` when the disk is. */
export class SqliteImageStore implements ImageStore {
  readonly #database: Database;
  readonly #writer: Writer;

  constructor(database: Database, writer: Writer) {
    this.#database = database;
    this.#writer = writer;
  }

  async add(
    id: ImageId,
    place: ImagePlace,
    file: ImageFile,
    mostBytes: number,
  ): Promise<AddedImage> {
    const hash = hashOf(file.bytes);
    return this.#writer.write(() => {
      const there = this.#placeRow(place.workshop, id);
      if (there !== undefined)
        return there.session === place.session && there.workshop_group === place.group
          ? 'there'
          : 'elsewhere';
      if (!this.#isSession(place)) return 'deleted';
      const number = this.#fileNumber(place.workshop, hash) ?? this.#addFile(place, file, hash);
      if (this.#bytesOf(place.workshop) > mostBytes) {
        this.#forgetUnused(number);
        return 'no-room';
      }
      this.#database
        .prepare(
          'INSERT INTO image (workshop, id, session, workshop_group, file) VALUES (?, ?, ?, ?, ?)',
        )
        .run(place.workshop, id, place.session, place.group, number);
      return 'added';
    });
  }

  async place(workshop: WorkshopId, id: ImageId): Promise<ImagePlace | null> {
    const row = this.#placeRow(workshop, id);
    if (row === undefined) return null;
    const { session, workshop_group } = row;
    return {
      workshop,
      session: parseSessionId(session),
      group: parseGroupId(workshop_group),
    };
  }

  async file(workshop: WorkshopId, id: ImageId): Promise<ImageFile | null> {
    const row = this.#database
      .prepare<[string, string], FileRow>(
        `SELECT media_type, width, height, data FROM image
         JOIN image_file ON number = file WHERE image.workshop = ? AND id = ?`,
      )
      .get(workshop, id);
    if (row === undefined) return null;
    const { media_type, width, height, data } = row;
    const mediaType = oneOf(imageMediaTypes, media_type, `media type of image ${id}`);
    return { mediaType, width, height, bytes: data };
  }

  #placeRow(workshop: WorkshopId, id: ImageId): PlaceRow | undefined {
    return this.#database
      .prepare<[string, string], PlaceRow>(
        'SELECT session, workshop_group FROM image WHERE workshop = ? AND id = ?',
      )
      .get(workshop, id);
  }

  #isSession({ workshop, session }: ImagePlace): boolean {
    const found = this.#database.prepare('SELECT 1 FROM session WHERE id = ? AND workshop = ?');
    return found.get(session, workshop) !== undefined;
  }

  #fileNumber(workshop: WorkshopId, hash: string): number | undefined {
    return this.#database
      .prepare<[string, string], number>(
        'SELECT number FROM image_file WHERE workshop = ? AND hash = ?',
      )
      .pluck()
      .get(workshop, hash);
  }

  #addFile({ workshop }: ImagePlace, file: ImageFile, hash: string): number {
    const { mediaType, width, height, bytes } = file;
    const { lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO image_file (workshop, hash, media_type, width, height, size, data)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(workshop, hash, mediaType, width, height, bytes.length, bytes);
    return Number(lastInsertRowid);
  }

  #bytesOf(workshop: WorkshopId): number {
    const sum = this.#database
      .prepare<[string], number>('SELECT coalesce(sum(size), 0) FROM image_file WHERE workshop = ?')
      .pluck();
    return sum.get(workshop) ?? 0;
  }

  #forgetUnused(number: number): void {
    this.#database
      .prepare('DELETE FROM image_file WHERE number = ? AND number NOT IN (SELECT file FROM image)')
      .run(number);
  }
}

/** A sentence for each image whose bytes are not what was stored. */
export function imageFindings(database: Database): readonly string[] {
  const files = database.prepare<[], { number: number; hash: string; data: Uint8Array }>(
    'SELECT number, hash, data FROM image_file',
  );
  const findings: string[] = [];
  for (const { number, hash, data } of files.iterate())
    if (hashOf(data) !== hash) findings.push(`Image file ${number} does not match its hash.`);
  return findings;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
