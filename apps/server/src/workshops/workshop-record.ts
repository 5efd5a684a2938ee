import { setImmediate } from 'node:timers/promises';
import { projectCard, projectNote } from '@reportback/document/project';
import {
  type Attribution,
  type Group,
  groupLabel,
  type PlenaryStore,
  type Seat,
  type Session,
  type Workshop,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import {
  buildRecord,
  type Edition,
  type PlenaryInput,
  type WorkInput,
  type WorkshopRecord,
} from '@reportback/record';
import type { Clock, UpdateLog } from '@reportback/sync';
import { noSuchWorkshop } from '../refusal.ts';
import { documentName } from './group-documents.ts';
import { lookAtLogged } from './read-document.ts';
import { recordedPlenary } from './recorded-plenary.ts';

/** A workshop as it stands now, and what a record of it must not tell. */
export interface StoredRecord {
  readonly workshop: Workshop;
  readonly seats: readonly Seat[];
  readonly groups: readonly Group[];
  /** The record that an attribution lets be known. */
  readonly under: (attribution: Attribution) => WorkshopRecord;
  /** Sentences about documents that could not be read, and are therefore missing. */
  readonly problems: readonly string[];
}

/** Makes the record of a workshop from what is stored: every frame that was taken is in the log. */
export class WorkshopRecords {
  readonly #store: WorkshopStore;
  readonly #plenaries: PlenaryStore;
  readonly #log: UpdateLog;
  readonly #clock: Clock;
  readonly #publicUrl: URL;

  constructor(parts: {
    readonly store: WorkshopStore;
    readonly plenaries: PlenaryStore;
    readonly updates: UpdateLog;
    readonly clock: Clock;
    readonly publicUrl: URL;
  }) {
    this.#store = parts.store;
    this.#plenaries = parts.plenaries;
    this.#log = parts.updates;
    this.#clock = parts.clock;
    this.#publicUrl = parts.publicUrl;
  }

  /** @throws Refusal `not-found` */
  async read(id: WorkshopId): Promise<StoredRecord> {
    const workshop = await this.#store.workshop(id);
    if (workshop === null) throw noSuchWorkshop(id);
    const sessions = await this.#store.sessions(id);
    const groups = await this.#store.groups(id);
    const seats = await this.#store.seats(id);
    const work: WorkInput[] = [];
    const plenaries: PlenaryInput[] = [];
    const problems: string[] = [];
    for (const session of sessions) {
      for (const group of groups) {
        const read = await this.#work(session, group);
        if (typeof read === 'string') problems.push(read);
        else if (read !== null) work.push(read);
        // People are typing: between two documents it is their turn.
        await setImmediate();
      }
      const stores = { plenaries: this.#plenaries, updates: this.#log };
      const { input, problem } = await recordedPlenary(stores, session, seats);
      plenaries.push(input);
      if (problem !== null) problems.push(problem);
    }
    return {
      workshop,
      seats,
      groups,
      problems,
      under: (attribution) =>
        buildRecord({ attribution, workshop, sessions, groups, seats, work, plenaries }),
    };
  }

  /** What is true of an export that is made now. */
  edition(id: WorkshopId): Edition {
    return {
      exportedAt: this.#clock.wallTime(),
      address: `${this.#publicUrl.origin}/w/${id}/record`,
    };
  }

  /** What a group wrote in a session: null for nothing, a sentence for what cannot be read. */
  async #work(session: Session, group: Group): Promise<WorkInput | string | null> {
    const found = await lookAtLogged(this.#log, documentName(session.id, group.id), (doc) => ({
      card: projectCard(doc),
      note: projectNote(doc),
    }));
    switch (found.is) {
      case 'absent':
        return null;
      case 'damaged':
        return `The document of ${groupLabel(group)} in “${session.title}” is damaged (${found.found}) and is missing here. Its bytes were kept.`;
      case 'read':
        return { session: session.id, group: group.id, ...found.value, people: null };
    }
  }
}
