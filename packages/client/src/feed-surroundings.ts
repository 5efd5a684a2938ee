import { type WakeSignals, windowSignals } from './wake-signals.ts';

/** A socket as the feed needs it. */
export type OpenSocket = (
  address: string,
  heard: { message(text: string): void; closed(code: number): void },
) => { close(): void };

/** What following a board takes from outside; {@link browserSurroundings} are a page's. */
export interface FeedSurroundings {
  readonly openSocket: OpenSocket;
  readonly signals: WakeSignals;
  readonly clock: {
    /** Milliseconds since 1970. */
    wallTime(): number;
    after(milliseconds: number, run: () => void): { cancel(): void };
  };
  /** From 0 up to 1: spreads the devices that come back at once. */
  readonly chance: () => number;
}

const openWebSocket: OpenSocket = (address, heard) => {
  const socket = new WebSocket(address);
  socket.addEventListener('message', (message: MessageEvent<unknown>) => {
    if (typeof message.data === 'string') heard.message(message.data);
  });
  socket.addEventListener('close', (closed) => heard.closed(closed.code));
  return { close: () => socket.close() };
};

const clock: FeedSurroundings['clock'] = {
  wallTime: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** What a page in a browser gives a feed: its sockets, its window's signals, its clock, its chance. */
export function browserSurroundings(): FeedSurroundings {
  return {
    openSocket: openWebSocket,
    signals: windowSignals(window, clock),
    clock,
    chance: Math.random,
  };
}
