import type { FeedMessage, SeatId } from '@reportback/domain';
import type { CloseReasonName } from '@reportback/sync';
import { closeReasons } from '@reportback/sync';
import type { WebSocket } from 'ws';
import type { Scope } from './versioned-board.ts';

/** Unsent bytes above which a follower is too slow: it is dropped, comes back, and is told what it lacks. */
const mostUnsent = 512 * 1024;

/** One page that follows a session's board. */
export class Follower {
  /** Whose page it is; null for a screen, and for who has no seat. */
  readonly seat: SeatId | null;
  readonly #socket: WebSocket;
  readonly #scope: () => Scope;
  /** The scope of the last message, as text; null before the first. */
  #told: string | null = null;

  /** @param scope whose cards it may see now */
  constructor(socket: WebSocket, scope: () => Scope, seat: SeatId | null) {
    this.seat = seat;
    this.#socket = socket;
    this.#scope = scope;
  }

  /** Whose cards it may see now. */
  get scope(): Scope {
    return this.#scope();
  }

  /** Whether it was told what another scope lets see, and so has to be told everything anew. */
  get sawAnother(): boolean {
    return this.#told !== null && this.#told !== scopeName(this.scope);
  }

  /** @param text a message as JSON in UTF-8, made for its present scope; encoded once for all */
  tell(text: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > mostUnsent) {
      this.#socket.terminate();
      return;
    }
    this.#told = scopeName(this.scope);
    this.#socket.send(text, { binary: false });
  }

  /** Says why there is nothing to follow any more, and hangs up. */
  end(because: Extract<FeedMessage, { is: 'ended' }>['because']): void {
    const message: FeedMessage = { is: 'ended', because };
    this.#socket.send(JSON.stringify(message));
    this.hangUp(because);
  }

  hangUp(reason: CloseReasonName): void {
    const { code, sentence } = closeReasons[reason];
    this.#socket.close(code, sentence);
  }
}

/** A scope as text: followers of one name are told the same. */
export function scopeName(scope: Scope): string {
  return scope === 'all' ? 'all' : `only ${scope.only ?? 'none'}`;
}
