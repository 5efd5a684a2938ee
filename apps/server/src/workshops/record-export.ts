import type { WorkshopId } from '@reportback/domain';
import {
  type ExportFormat,
  exportFileName,
  FormatUnavailable,
  formatFacts,
  NotInRecord,
  type Scope,
} from '@reportback/record';
import { exportBeside } from '@reportback/record/export';
import { Refusal } from '../refusal.ts';
import type { WorkshopRecords } from './workshop-record.ts';

export interface RecordFile {
  /** A safe file name, with its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Sentences about documents that could not be read, and are therefore missing. */
  readonly problems: readonly string[];
}

/** Which file of a workshop's record is wanted. */
export interface WantedFile {
  readonly format: ExportFormat;
  readonly scope: Scope;
}

/**
 * Writes records in a thread of their own, one at a time: those who type need the other processor, and a large
 * event takes much memory while it is written.
 */
export class RecordExports {
  readonly #records: WorkshopRecords;
  #last: Promise<unknown> = Promise.resolve();

  constructor(records: WorkshopRecords) {
    this.#records = records;
  }

  /**
   * The record as it stands when it is its turn, under the workshop's attribution.
   * @param signal ends the work, for instance when the one who asked has gone
   * @throws Refusal `not-found` for a workshop, session or table that is not there or must
   *   not be told apart, `unavailable` for a format that this computer cannot write
   */
  file(id: WorkshopId, wanted: WantedFile, signal?: AbortSignal): Promise<RecordFile> {
    const turn = this.#last.then(() => this.#write(id, wanted, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #write(
    id: WorkshopId,
    { format, scope }: WantedFile,
    signal: AbortSignal | undefined,
  ): Promise<RecordFile> {
    signal?.throwIfAborted();
    const { record, problems, edition } = await this.#records.told(id);
    const { ending, mediaType } = formatFacts[format];
    try {
      const images = await this.#records.images(record, scope);
      const bytes = await exportBeside({ record, format, scope, edition, images }, signal);
      return { name: exportFileName(record, ending, scope), mediaType, bytes, problems };
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

/** What an export throws, with what a person can put right as a refusal. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof NotInRecord) return new Refusal('not-found', error.message);
  if (error instanceof FormatUnavailable) return new Refusal('unavailable', error.message);
  return error;
}
