import type { SeatId, SessionId, TextRefused } from '@reportback/domain';
import type { Clock, DocumentName } from '@reportback/sync';
import { sessionOf } from '../workshops/group-documents.ts';

/**
 * Milliseconds without a word from a device after which it is out of reach: pages at a table tell every 15 seconds
 * that they are there.
 */
const silentAfter = 40_000;
/** How long a device that was lost is told of, in milliseconds. */
const lostFor = 60 * 60_000;

/** A seat none of whose devices can be reached: what was typed there since is only there. */
export interface Away {
  readonly seat: SeatId;
  /** When it was last heard of, in milliseconds since 1970. */
  readonly since: number;
}

/** A seat of which a device is there whose text was not taken. */
export interface Refused {
  readonly seat: SeatId;
  readonly because: TextRefused;
}

/** What a device that comes to a table may do there, and what becomes of what it sends. */
export interface Entering {
  readonly mayWrite: boolean;
  /** Why what it sent last was not taken; null where all was. */
  readonly refusedFor: () => TextRefused | null;
}

/** What happens at one table. */
export interface Activity {
  /** When its document last changed, in milliseconds since 1970; null when it has not since the server started. */
  readonly editedAt: number | null;
  readonly here: readonly SeatId[];
  readonly away: readonly Away[];
  readonly refused: readonly Refused[];
}

interface Device {
  readonly seat: SeatId;
  readonly refusedFor: Entering['refusedFor'];
  heardAt: number;
}

interface Table {
  editedAt: number | null;
  readonly devices: Set<Device>;
  /** Seats whose last device was lost, not closed, or of which one went with text that was not taken; by when. */
  readonly lost: Map<SeatId, number>;
}

/** Watches who is at which table, since when it is quiet, and whose device went without saying so. */
export class TableActivities {
  readonly #clock: Pick<Clock, 'wallTime'>;
  readonly #tables = new Map<DocumentName, Table>();

  constructor(clock: Pick<Clock, 'wallTime'>) {
    this.#clock = clock;
  }

  /** A document has other content than before. */
  edited(document: DocumentName): void {
    this.#table(document).editedAt = this.#clock.wallTime();
  }

  /** A device of a seat comes to a table. */
  enter(
    document: DocumentName,
    seat: SeatId,
    { mayWrite, refusedFor }: Entering,
  ): {
    readonly heard: () => void;
    /** @param lost whether it went without closing its connection */
    readonly leave: (lost: boolean) => void;
  } {
    const table = this.#table(document);
    const device: Device = { seat, refusedFor, heardAt: this.#clock.wallTime() };
    table.devices.add(device);
    // Who may not write does not bring what was typed while they were away.
    if (mayWrite) table.lost.delete(seat);
    return {
      heard: () => {
        device.heardAt = this.#clock.wallTime();
      },
      leave: (lost) => {
        table.devices.delete(device);
        const hasAnother = [...table.devices].some((other) => other.seat === seat);
        // Text that was not taken stays on a device that goes, also where it goes only to come back as a reader.
        if (refusedFor() !== null || (lost && !hasAnother)) table.lost.set(seat, device.heardAt);
      },
    };
  }

  of(document: DocumentName): Activity {
    const table = this.#tables.get(document);
    if (table === undefined) return { editedAt: null, here: [], away: [], refused: [] };
    const now = this.#clock.wallTime();
    const heard = new Map<SeatId, number>();
    for (const { seat, heardAt } of table.devices)
      heard.set(seat, Math.max(heard.get(seat) ?? 0, heardAt));
    const refused = new Map<SeatId, TextRefused>();
    for (const seat of table.lost.keys()) if (heard.has(seat)) refused.set(seat, 'late');
    for (const { seat, refusedFor } of table.devices) {
      const because = refusedFor();
      if (because !== null) refused.set(seat, because);
    }
    const isSilent = (since: number) => now - since > silentAfter;
    return {
      editedAt: table.editedAt,
      here: [...heard].filter(([, since]) => !isSilent(since)).map(([seat]) => seat),
      away: [
        ...[...heard].filter(([, since]) => isSilent(since)),
        ...[...table.lost].filter(([seat, since]) => !heard.has(seat) && now - since < lostFor),
      ].map(([seat, since]) => ({ seat, since })),
      refused: Array.from(refused, ([seat, because]) => ({ seat, because })),
    };
  }

  /** Forgets a session that was deleted. */
  forget(session: SessionId): void {
    for (const document of this.#tables.keys())
      if (sessionOf(document) === session) this.#tables.delete(document);
  }

  #table(document: DocumentName): Table {
    const known = this.#tables.get(document);
    if (known !== undefined) return known;
    const made: Table = { editedAt: null, devices: new Set(), lost: new Map() };
    this.#tables.set(document, made);
    return made;
  }
}
