import type { SeatId } from '@reportback/domain';
import type { DocumentName } from '@reportback/sync';

/** Who has which document open to write or read with a seat; a seat counts once, on however many devices. */
export class OpenTables {
  readonly #here = new Map<DocumentName, Map<SeatId, number>>();
  readonly #changed: (document: DocumentName) => void;

  /** @param changed called when somebody comes or goes */
  constructor(changed: (document: DocumentName) => void) {
    this.#changed = changed;
  }

  people(document: DocumentName): readonly SeatId[] {
    return [...(this.#here.get(document)?.keys() ?? [])];
  }

  /** Notes that a seat has the document open on one more device. Answers how to take that back. */
  enter(document: DocumentName, seat: SeatId): () => void {
    const seats = this.#here.get(document) ?? new Map<SeatId, number>();
    this.#here.set(document, seats);
    seats.set(seat, (seats.get(seat) ?? 0) + 1);
    this.#changed(document);
    return () => {
      const left = (seats.get(seat) ?? 1) - 1;
      if (left > 0) seats.set(seat, left);
      else seats.delete(seat);
      if (seats.size === 0) this.#here.delete(document);
      this.#changed(document);
    };
  }
}
