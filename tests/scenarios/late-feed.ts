import type { Page } from '@playwright/test';

/** The feed of one page, held back on its way from the server as long as the test likes. */
export interface LateFeed {
  /** From now on nothing arrives until it is let through. */
  hold(): void;
  /** How many messages are on their way. */
  readonly waiting: () => number;
  /** Lets the oldest message arrive. */
  letOne(): void;
  /** Lets everything arrive, and from now on at once. */
  letAll(): void;
}

/** Has to be called before the page opens its feed. */
export async function lateFeed(page: Page): Promise<LateFeed> {
  let isHeld = false;
  const waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/feed\//, (socket) => {
    socket.connectToServer().onMessage((message) => {
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
  };
}
