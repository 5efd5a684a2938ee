import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encodeFrame } from './frame.ts';
import type { Limits } from './limits.ts';
import type { Author } from './ports/update-log.ts';

/** Who a connection really is, as everybody else gets to see it: the `user` of its presence. */
export type PresenceUser = Readonly<Record<string, string | number | boolean>>;

/** A connection, as far as presence is concerned. */
export interface Presenter {
  readonly author: Author;
  /** Undefined for connections that are not shown to others. */
  readonly user: PresenceUser | undefined;
}

interface Shown<P extends Presenter> {
  presenter: P;
  /** The client's own clock, and what is added to it for others so that it never goes back. */
  clock: number;
  offset: number;
  state: string;
}

interface Gone {
  readonly author: Author;
  /** The clock that others saw last. */
  readonly clock: number;
}

type PresenceLimits = Pick<Limits, 'presenceIds' | 'presenceBytes'>;

/** How many ids that left are remembered, so that a late echo does not bring them back. */
const remembered = 256;
const largestClock = 2 ** 40;

/**
 * Who is in a document and where their caret is (y-protocols awareness). An id belongs to the
 * connection that first used it; what others say about it is ignored without a word, because stock
 * clients echo all they hear.
 */
export class Presence<P extends Presenter> {
  readonly #limits: PresenceLimits;
  readonly #shown = new Map<number, Shown<P>>();
  readonly #gone = new Map<number, Gone>();
  readonly #changed = new Set<number>();

  constructor(limits: PresenceLimits) {
    this.#limits = limits;
  }

  /** Takes over what the presenter says about itself. Throws when the bytes are no awareness update. */
  receive(presenter: P, update: Uint8Array): void {
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      if (presenter.user === undefined || clock > largestClock) continue;
      if (state.length > this.#limits.presenceBytes) continue;
      if (this.#mayShow(presenter, id, clock))
        this.#show(presenter, presenter.user, id, clock, state);
    }
  }

  /** Takes away all that the presenter showed. */
  leave(presenter: P): void {
    for (const [id, shown] of this.#shown) if (shown.presenter === presenter) this.#hide(id, shown);
  }

  /** Who shows that id. */
  presenterOf(id: number): P | undefined {
    return this.#shown.get(id)?.presenter;
  }

  /** A frame with everybody but the one who asks, or undefined when there is nobody. */
  everybodyBut(presenter: P): Uint8Array | undefined {
    const ids = [...this.#shown.keys()];
    return this.#frame(ids.filter((id) => this.#shown.get(id)?.presenter !== presenter));
  }

  /**
   * What changed since the last call: a function that gives each receiver its frame, the same bytes to
   * all who show none of it themselves. Undefined when nothing changed.
   */
  takeChanges(): ((receiver: P) => Uint8Array | undefined) | undefined {
    if (this.#changed.size === 0) return undefined;
    const ids = [...this.#changed];
    this.#changed.clear();
    const shared = this.#frame(ids);
    const authors = new Set<P | undefined>(ids.map((id) => this.#shown.get(id)?.presenter));
    return (receiver) =>
      authors.has(receiver)
        ? this.#frame(ids.filter((id) => this.#shown.get(id)?.presenter !== receiver))
        : shared;
  }

  #mayShow(presenter: P, id: number, clock: number): boolean {
    const shown = this.#shown.get(id);
    if (shown?.presenter === presenter) return clock >= shown.clock;
    // The same person over a new connection, while the old one has not been missed yet.
    if (shown) return shown.presenter.author === presenter.author && clock > shown.clock;
    const gone = this.#gone.get(id);
    if (gone && gone.author !== presenter.author) return false;
    let own = 0;
    for (const other of this.#shown.values()) if (other.presenter === presenter) own++;
    return own < this.#limits.presenceIds;
  }

  #show(presenter: P, user: PresenceUser, id: number, clock: number, bytes: Uint8Array): void {
    const shown = this.#shown.get(id);
    const state = nameBearer(new TextDecoder().decode(bytes), user);
    if (state === undefined) {
      if (shown) this.#hide(id, { ...shown, clock });
      return;
    }
    if (shown) {
      Object.assign(shown, { presenter, clock, state });
    } else {
      // Others ignore a clock that is not above the one they saw before this id left.
      const offset = Math.max(0, (this.#gone.get(id)?.clock ?? -1) + 1 - clock);
      this.#shown.set(id, { presenter, clock, offset, state });
    }
    this.#changed.add(id);
  }

  #hide(id: number, { presenter, clock, offset }: Shown<P>): void {
    this.#shown.delete(id);
    this.#gone.delete(id);
    this.#gone.set(id, { author: presenter.author, clock: clock + offset });
    for (const oldest of this.#gone.keys()) {
      if (this.#gone.size <= remembered) break;
      this.#gone.delete(oldest);
    }
    this.#changed.add(id);
  }

  #frame(ids: readonly number[]): Uint8Array | undefined {
    if (ids.length === 0) return undefined;
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, ids.length);
      for (const id of ids) {
        const shown = this.#shown.get(id);
        encoding.writeVarUint(encoder, id);
        const clock = shown ? shown.clock + shown.offset : (this.#gone.get(id)?.clock ?? 0);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, shown?.state ?? 'null');
      }
    });
    return encodeFrame({ is: 'awareness', update });
  }
}

/** The state with its bearer's real name on it, or undefined when there is no state. */
function nameBearer(text: string, user: PresenceUser): string | undefined {
  const state: unknown = JSON.parse(text);
  if (!isRecord(state)) return undefined;
  const claimed = isRecord(state['user']) ? state['user'] : {};
  const { color } = claimed;
  // Editors put the colour into a style attribute, so that only a colour may get there.
  const colour = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {};
  return JSON.stringify({ ...state, user: { ...colour, ...user } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
