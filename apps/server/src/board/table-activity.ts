import type { SeatId, SessionId } from '@reportback/domain';
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

/** What happens at one table. */
export interface Activity {
  /** When its document last changed, in milliseconds since 1970; null when it has not since the server started. */
  readonly editedAt: number | null;
  readonly here: readonly SeatId[];
  readonly away: readonly Away[];
}

interface Device {
  readonly seat: SeatId;
  heardAt: number;
}

interface Table {
  editedAt: number | null;
  readonly devices: Set<Device>;
  /** Seats whose last device was lost, not closed; by when. */
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
  ): {
    readonly heard: () => void;
    /** @param lost whether it went without closing its connection */
    readonly leave: (lost: boolean) => void;
  } {
    const table = this.#table(document);
    const device: Device = { seat, heardAt: this.#clock.wallTime() };
    table.devices.add(device);
    table.lost.delete(seat);
    return {
      heard: () => {
        device.heardAt = this.#clock.wallTime();
      },
      leave: (lost) => {
        table.devices.delete(device);
        const hasAnother = [...table.devices].some((other) => other.seat === seat);
        if (lost && !hasAnother) table.lost.set(seat, device.heardAt);
      },
    };
  }

  of(document: DocumentName): Activity {
    const table = this.#tables.get(document);
    if (table === undefined) return { editedAt: null, here: [], away: [] };
    const now = this.#clock.wallTime();
    const heard = new Map<SeatId, number>();
    for (const { seat, heardAt } of table.devices)
      heard.set(seat, Math.max(heard.get(seat) ?? 0, heardAt));
    const isSilent = (since: number) => now - since > silentAfter;
    return {
      editedAt: table.editedAt,
      here: [...heard].filter(([, since]) => !isSilent(since)).map(([seat]) => seat),
      away: [
        ...[...heard].filter(([, since]) => isSilent(since)),
        ...[...table.lost].filter(([, since]) => now - since < lostFor),
      ].map(([seat, since]) => ({ seat, since })),
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
