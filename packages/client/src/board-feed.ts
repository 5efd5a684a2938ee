import type { FeedMessage, SessionId, WorkshopId } from '@reportback/domain';
import { type Board, boardAfter } from './board.ts';
import type { FeedSurroundings } from './feed-surroundings.ts';
import { type Readable, Settable } from './readable.ts';
import { reconnectDelay } from './reconnect-delay.ts';

export type { Board } from './board.ts';
export { browserSurroundings } from './feed-surroundings.ts';

/**
 * What a page that follows a board knows. The last board stays while the connection is away.
 * `since` is in milliseconds since 1970 on the device's clock.
 */
export type FeedState = {
  readonly board: Board | null;
  /** How many milliseconds the server's clock is ahead of the device's. */
  readonly serverAhead: number;
} & (
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  | { readonly is: 'offline'; readonly since: number }
  /** For good: there is nothing to follow any more, or this page may not. */
  | { readonly is: 'ended'; readonly because: 'deleted' | 'revoked' | 'refused' }
);

export interface BoardFeed extends Readable<FeedState> {
  /** Connects at once instead of waiting for the next attempt. */
  retryNow(): void;
}

/** Close codes with which the server refuses for good; all others are tried again. */
const isFinal = (code: number) => code >= 4400 && code <= 4499;

/**
 * The server says the time every 20 s when nothing else happens; after twice that and some patience the
 * connection is dead, whatever the browser thinks of it. Milliseconds.
 */
const longestSilence = 45_000;

/** Offsets of the server's clock that differ by more were not caused by a slow message. */
const clockMoved = 1_500;

/** How long a connection outlives the last subscriber: the next page often follows the same board. Milliseconds. */
const lingers = 2_000;

/**
 * Follows one session's board. It connects while somebody is subscribed and hardly longer, comes back by itself
 * after a cut, a sleep or a restart of the server, and is then told only what it missed.
 * @param origin of the server's sockets, for instance `ws://localhost:3000`
 */
export function followBoard(
  origin: string,
  workshop: WorkshopId,
  session: SessionId,
  { openSocket, signals, clock, chance }: FeedSurroundings,
): BoardFeed {
  const state = new Settable<FeedState>({ is: 'connecting', board: null, serverAhead: 0 });
  let socket: { close(): void } | null = null;
  let attempts = 0;
  let retry: { cancel(): void } | null = null;
  let silence: { cancel(): void } | null = null;
  let leaving: { cancel(): void } | null = null;
  let watchers = 0;
  let stopSignals: (() => void) | null = null;

  const address = () => {
    const at = state.get().board?.at;
    const path = `${origin}/feed/${workshop}/${session}`;
    return at === undefined ? path : `${path}?since=${encodeURIComponent(at)}`;
  };

  const keep = () => ({ board: state.get().board, serverAhead: state.get().serverAhead });

  function connect(): void {
    retry?.cancel();
    retry = null;
    socket?.close();
    listen();
    // A socket that was given up may still speak; only the latest is heard.
    const mine = openSocket(address(), {
      message: (text) => socket === mine && take(text),
      closed: (code) => socket === mine && lost(code),
    });
    socket = mine;
  }

  /** Waits for the next message, and gives the socket up when none comes. */
  function listen(): void {
    silence?.cancel();
    silence = clock.after(longestSilence, () => {
      socket?.close();
      lost(null);
    });
  }

  function take(text: string): void {
    const message: FeedMessage = JSON.parse(text);
    listen();
    if (message.is === 'ended') {
      end(message.because);
      return;
    }
    attempts = 0;
    state.set({
      is: 'live',
      board: boardAfter(state.get().board, message),
      serverAhead: betterOffset(
        state.get().board === null ? null : state.get().serverAhead,
        message.serverTime - clock.wallTime(),
      ),
    });
  }

  /** @param code the close code; null for a socket that only fell silent */
  function lost(code: number | null): void {
    socket = null;
    silence?.cancel();
    silence = null;
    if (code !== null && isFinal(code)) {
      end('refused');
      return;
    }
    const before = state.get();
    state.set({
      ...keep(),
      is: 'offline',
      since: before.is === 'offline' ? before.since : clock.wallTime(),
    });
    retry = clock.after(reconnectDelay(attempts, chance()), connect);
    attempts += 1;
  }

  function end(because: 'deleted' | 'revoked' | 'refused'): void {
    state.set({ ...keep(), is: 'ended', because });
    disconnect();
  }

  function disconnect(): void {
    stopSignals?.();
    stopSignals = null;
    retry?.cancel();
    retry = null;
    silence?.cancel();
    silence = null;
    const closing = socket;
    socket = null;
    closing?.close();
  }

  return {
    get: state.get,
    subscribe(changed) {
      const stop = state.subscribe(changed);
      watchers += 1;
      leaving?.cancel();
      leaving = null;
      if (stopSignals === null && state.get().is !== 'ended') {
        stopSignals = signals((signal) => {
          // The device's opinion that it is offline changes nothing that a socket does not say itself.
          if (signal !== 'offline') connect();
        });
        connect();
      }
      return () => {
        stop();
        watchers -= 1;
        if (watchers === 0) leaving = clock.after(lingers, disconnect);
      };
    },
    retryNow() {
      if (watchers > 0 && state.get().is === 'offline') connect();
    },
  };
}

/** The offset of the message that was under way for the shortest time is the truest. */
function betterOffset(before: number | null, now: number): number {
  if (before === null || Math.abs(now - before) > clockMoved) return now;
  return Math.max(before, now);
}
