import { setImmediate } from 'node:timers/promises';
import { projectCard, projectNote } from '@reportback/document/project';
import {
  type Actor,
  type Attribution,
  type CorrectingHands,
  type Group,
  groupLabel,
  type ImageStore,
  idShape,
  type PlenaryStore,
  parseImageId,
  parseSeatId,
  plenaryGroup,
  type RecordStanding,
  type RecordStore,
  type Seat,
  type SeatId,
  type Session,
  type SessionId,
  type SessionStory,
  storyOf,
  type Workshop,
  type WorkshopId,
  type WorkshopStore,
} from '@reportback/domain';
import {
  buildRecord,
  type Edition,
  type HandsOf,
  type PlenaryInput,
  type RecordedImage,
  type Scope,
  shownImages,
  type WorkInput,
  type WorkshopRecord,
} from '@reportback/record';
import { readRecord } from '@reportback/record/json';
import type { Clock, UpdateLog } from '@reportback/sync';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import { cardFingerprint } from './card-fingerprint.ts';
import { documentName } from './group-documents.ts';
import { lookAtLogged } from './read-document.ts';
import { recordedPlenary } from './recorded-plenary.ts';

/** A workshop as it stands now, and what a record of it must not tell. */
export interface StoredRecord {
  readonly workshop: Workshop;
  readonly seats: readonly Seat[];
  readonly groups: readonly Group[];
  readonly sessions: readonly Session[];
  /** The record that an attribution lets be known. */
  readonly under: (attribution: Attribution) => WorkshopRecord;
  /** Sentences about documents that could not be read, and are therefore missing. */
  readonly problems: readonly string[];
}

/** A record to be shown, and what is true of its telling. */
export interface ToldRecord {
  readonly record: WorkshopRecord;
  /** Sentences about documents that could not be read, and are therefore missing. */
  readonly problems: readonly string[];
  readonly edition: Edition;
}

/** Makes the record of a workshop from what is stored: every frame that was taken is in the log. */
export class WorkshopRecords {
  readonly #store: WorkshopStore;
  readonly #plenaries: PlenaryStore;
  readonly #log: UpdateLog;
  readonly #kept: RecordStore;
  readonly #images: ImageStore;
  readonly #clock: Clock;
  readonly #publicUrl: URL;

  constructor(parts: {
    readonly store: WorkshopStore;
    readonly plenaries: PlenaryStore;
    readonly updates: UpdateLog;
    readonly kept: RecordStore;
    readonly images: ImageStore;
    readonly clock: Clock;
    readonly publicUrl: URL;
  }) {
    this.#store = parts.store;
    this.#plenaries = parts.plenaries;
    this.#log = parts.updates;
    this.#kept = parts.kept;
    this.#images = parts.images;
    this.#clock = parts.clock;
    this.#publicUrl = parts.publicUrl;
  }

  /**
   * The record as it is told: the very one that was kept, where it is frozen, else as it stands now.
   * @throws Refusal `not-found`, and `not-now` while the words of a frozen one are withdrawn and its new edition is not made
   */
  async told(id: WorkshopId): Promise<ToldRecord> {
    const frozen = await this.#frozen(id);
    if (frozen !== null) return frozen;
    const { workshop, under, problems } = await this.read(id);
    return { record: under(workshop.attribution), problems, edition: this.#edition(id, null) };
  }

  /**
   * The record as it stands now, frozen or not.
   * @throws Refusal `not-found`
   */
  async read(id: WorkshopId): Promise<StoredRecord> {
    const workshop = await this.#store.workshop(id);
    if (workshop === null) throw noSuchWorkshop(id);
    const sessions = await this.#store.sessions(id);
    const groups = await this.#store.groups(id);
    const seats = await this.#store.seats(id);
    const awaited = await this.#store.awaitedSeats(id);
    const standing = await this.#kept.standing(id);
    const baseline = recordOf(await this.#kept.baseline(id));
    const hands = await this.#kept.hands(id);
    const stories = new Map<SessionId, SessionStory>();
    const work: WorkInput[] = [];
    const plenaries: PlenaryInput[] = [];
    const problems: string[] = [];
    for (const session of sessions) {
      const story = storyOf(await this.#plenaries.steps(session.id));
      stories.set(session.id, story);
      for (const group of groups) {
        const read = await this.#work(session, group, story);
        if (typeof read === 'string') problems.push(read);
        else if (read !== null) work.push(read);
        // People are typing: between two documents it is their turn.
        await setImmediate();
      }
      const stores = { plenaries: this.#plenaries, updates: this.#log };
      const { input, problem } = await recordedPlenary(stores, session, story, seats);
      plenaries.push(input);
      if (problem !== null) problems.push(problem);
    }
    // Somebody may report or write for a table at another's device.
    const named = new Set(work.flatMap(({ card }) => [card.reporter, card.scribe]));
    const came = seats.filter((seat) => !awaited.has(seat.id) || named.has(seat.id));
    return {
      workshop,
      seats,
      groups,
      sessions,
      problems,
      under: (attribution) =>
        buildRecord({
          attribution,
          standing,
          workshop,
          sessions,
          groups,
          seats: came,
          work,
          plenaries,
          baseline,
          handsOf: handsOf(standing, hands, stories),
        }),
    };
  }

  async #frozen(id: WorkshopId): Promise<ToldRecord | null> {
    const standing = await this.#kept.standing(id);
    if (standing.is !== 'frozen') return null;
    const record = recordOf((await this.#kept.kept(id, standing.edition))?.json ?? null);
    // As it stands now it would go about under the number of an edition that said something else.
    if (record === null)
      throw new Refusal(
        'not-now',
        'A new edition of this record is being made. Try again in a moment.',
      );
    return { record, problems: [], edition: this.#edition(id, standing.at) };
  }

  /**
   * The images that a part of a record shows and that are here, one after another.
   * @throws NotInRecord for a part that the record does not hold
   */
  async *images(
    record: WorkshopRecord,
    scope: Scope,
  ): AsyncGenerator<readonly [string, RecordedImage]> {
    for (const { image } of shownImages(record, scope)) {
      const file = idShape.test(image)
        ? await this.#images.file(record.workshop.id, parseImageId(image))
        : null;
      if (file !== null) yield [image, file];
      // As between documents: it is the turn of those who type.
      await setImmediate();
    }
  }

  /** What is true of an export that is made now, or was at the given time. */
  #edition(id: WorkshopId, frozenAt: number | null): Edition {
    return {
      exportedAt: frozenAt ?? this.#clock.wallTime(),
      address: `${this.#publicUrl.origin}/w/${id}/record`,
    };
  }

  /** What a group wrote in a session: null for nothing, a sentence for what cannot be read. */
  async #work(
    session: Session,
    group: Group,
    { signOffs }: SessionStory,
  ): Promise<WorkInput | string | null> {
    const found = await lookAtLogged(this.#log, documentName(session.id, group.id), (doc) => ({
      card: projectCard(doc),
      note: projectNote(doc),
    }));
    switch (found.is) {
      case 'absent':
        return null;
      case 'damaged':
        return `The document of ${groupLabel(group)} in “${session.title}” is damaged (${found.found}) and is missing here. Its bytes were kept.`;
      case 'read': {
        const { card } = found.value;
        const signed = signOffs.find((each) => each.group === group.id);
        const signedOff =
          signed?.card === cardFingerprint(card) ? { at: signed.at, by: seatOf(signed.by) } : null;
        return { session: session.id, group: group.id, ...found.value, people: null, signedOff };
      }
    }
  }
}

/**
 * A record that was kept as JSON.
 * @throws for a kept text that is no record: nobody but us writes it
 */
export function recordOf(json: string | null): WorkshopRecord | null {
  if (json === null) return null;
  const read = readRecord(json);
  if (read.is === 'problem') throw new Error(`A kept record cannot be read: ${read.problem}`);
  return read.record;
}

/** An actor without a seat is nobody whom a record can name. */
function seatOf(actor: Actor): SeatId | null {
  return idShape.test(actor) ? parseSeatId(actor) : null;
}

/** Whoever wrote in a part's document while corrections were taken, or commanded the plenary. */
function handsOf(
  standing: RecordStanding,
  hands: readonly CorrectingHands[],
  stories: ReadonlyMap<SessionId, SessionStory>,
): HandsOf {
  return ({ id }, group, part) => {
    if (part !== 'findings' && part !== 'actions')
      return hands.filter((hand) => hand.session === id && hand.group === (group ?? plenaryGroup));
    if (standing.is !== 'correcting') return [];
    return (stories.get(id)?.plenarySteps ?? []).flatMap(({ at, by }) => {
      const seat = at < standing.since ? null : seatOf(by);
      return seat === null ? [] : [{ seat, at }];
    });
  };
}
