import type { Page, WebSocketRoute } from '@playwright/test';

/** The feed of one page, held back on its way from the server, or cut, as long as the test likes. */
export interface LateFeed {
  /** From now on nothing arrives until it is let through. */
  hold(): void;
  /** How many messages are on their way. */
  readonly waiting: () => number;
  /** Lets the oldest message arrive. */
  letOne(): void;
  /** Lets everything arrive, and from now on at once. */
  letAll(): void;
  /** Ends the connection, and lets none come about. */
  cut(): Promise<void>;
  mend(): void;
  /** What kind of message a connection began with, for each so far. */
  readonly beginnings: readonly string[];
}

/** Has to be called before the page opens its feed. */
export async function lateFeed(page: Page): Promise<LateFeed> {
  let isHeld = false;
  let isCut = false;
  const waiting: (() => void)[] = [];
  const beginnings: string[] = [];
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/feed\//, async (socket) => {
    if (isCut) {
      await socket.close();
      return;
    }
    open.add(socket);
    let isFirst = true;
    socket.connectToServer().onMessage((message) => {
      if (isFirst) beginnings.push(JSON.parse(String(message)).is);
      isFirst = false;
      if (isHeld) waiting.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold() {
      isHeld = true;
    },
    waiting: () => waiting.length,
    letOne() {
      waiting.shift()?.();
    },
    letAll() {
      isHeld = false;
      for (const send of waiting.splice(0)) send();
    },
    async cut() {
      isCut = true;
      for (const socket of open) await socket.close();
      open.clear();
    },
    mend() {
      isCut = false;
    },
    beginnings,
  };
}
