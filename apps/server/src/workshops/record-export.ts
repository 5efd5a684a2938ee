import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LinkId, WorkshopId } from '@reportback/domain';
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

/** An export in a file of its own, which goes when this is disposed of. */
export interface RecordFile extends AsyncDisposable {
  /** A safe file name, with its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Sentences about documents that could not be read, and are therefore missing. */
  readonly problems: readonly string[];
}

/** Which file of a workshop's record is wanted. */
export interface WantedFile {
  readonly format: ExportFormat;
  readonly scope: Scope;
}

/**
 * So many files at most are on the disk at once, for one link, for one workshop and in all: texts are saved there too, and
 * those who fetch slowly by a link that many have must not keep the organizers from theirs.
 */
const mostFiles = { ofLink: 2, ofWorkshop: 4, ofAll: 8 };

/** Too many files that were made have not been fetched yet. */
export class ExportsBusy extends Refusal {
  /** When it is worth asking again, in seconds. */
  readonly retryAfter = 30;

  constructor(by: 'anybody' | 'your link') {
    super(
      'unavailable',
      by === 'your link'
        ? `${mostFiles.ofLink} exports are being downloaded with the same link as yours. Try again in half a minute.`
        : 'Too many exports are being downloaded at the moment. Try again in half a minute.',
    );
  }
}

/**
 * Writes records in a process of their own, one at a time: those who type need the other processor, and a large
 * event takes much memory while it is written.
 */
export class RecordExports {
  readonly #records: WorkshopRecords;
  readonly #folder: string;
  #last: Promise<unknown>;
  /** For whom each file is that is being made or sent. */
  readonly #files = new Map<string, { readonly workshop: WorkshopId; readonly link: LinkId }>();

  /** @param folder of this server alone; what a crash left there is removed */
  constructor(records: WorkshopRecords, folder: string) {
    this.#records = records;
    this.#folder = folder;
    this.#last = rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }

  /**
   * The record as it stands when it is its turn, under the workshop's attribution.
   * @param link by which it is asked for
   * @param signal ends the work, for instance when the one who asked has gone
   * @throws Refusal `not-found` for a workshop, session or table that is not there or must
   *   not be told apart, `unavailable` for a format that this computer cannot write
   * @throws ExportsBusy when too many files wait on the disk to be fetched
   */
  file(
    id: WorkshopId,
    wanted: WantedFile,
    link: LinkId,
    signal?: AbortSignal,
  ): Promise<RecordFile> {
    const turn = this.#last.then(() => this.#write(id, wanted, link, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #write(
    id: WorkshopId,
    { format, scope }: WantedFile,
    link: LinkId,
    signal: AbortSignal | undefined,
  ): Promise<RecordFile> {
    signal?.throwIfAborted();
    this.#demandRoom(id, link);
    const { record, problems, edition } = await this.#records.told(id);
    const { ending, mediaType } = formatFacts[format];
    await mkdir(this.#folder, { recursive: true });
    const folder = await mkdtemp(path.join(this.#folder, 'export-'));
    this.#files.set(folder, { workshop: id, link });
    const remove = async (): Promise<void> => {
      await rm(folder, { recursive: true, force: true });
      this.#files.delete(folder);
    };
    try {
      const images = this.#records.images(record, scope);
      const wanted = { record, format, scope, edition, images };
      const file = await exportBeside(wanted, folder, signal);
      return {
        name: exportFileName(record, ending, scope),
        mediaType,
        path: file,
        size: (await stat(file)).size,
        problems,
        [Symbol.asyncDispose]: remove,
      };
    } catch (error) {
      await remove();
      throw asRefusal(error);
    }
  }

  /** @throws ExportsBusy */
  #demandRoom(id: WorkshopId, link: LinkId): void {
    const files = [...this.#files.values()];
    if (files.filter((file) => file.link === link).length >= mostFiles.ofLink)
      throw new ExportsBusy('your link');
    const ofWorkshop = files.filter(({ workshop }) => workshop === id).length;
    if (ofWorkshop >= mostFiles.ofWorkshop || files.length >= mostFiles.ofAll)
      throw new ExportsBusy('anybody');
  }
}

/** What an export throws, with what a person can put right as a refusal. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof NotInRecord) return new Refusal('not-found', error.message);
  if (error instanceof FormatUnavailable) return new Refusal('unavailable', error.message);
  return error;
}
