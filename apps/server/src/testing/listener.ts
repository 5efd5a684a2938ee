import { once } from 'node:events';
import type { FeedMessage } from '@reportback/domain';
import { vi } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';

/** One WebSocket of a test, with all that it heard. */
export class Listener {
  readonly socket: WebSocket;
  readonly heard: FeedMessage[] = [];
  /** The code with which it was closed; null while it is open. */
  closedWith: number | null = null;

  constructor(address: string, protocols: readonly string[] = [], options: ClientOptions = {}) {
    this.socket = new WebSocket(address, [...protocols], options);
    this.socket.on('error', () => {});
    this.socket.on('message', (message: Buffer, isBinary: boolean) => {
      if (!isBinary) this.heard.push(JSON.parse(message.toString()) as FeedMessage);
    });
    this.socket.on('close', (code) => (this.closedWith = code));
  }

  async closed(): Promise<number> {
    if (this.closedWith === null) await once(this.socket, 'close');
    return this.closedWith ?? 0;
  }

  /** Waits until something was heard for which `is` holds. */
  async hears(is: (message: FeedMessage) => boolean): Promise<FeedMessage> {
    return vi.waitFor(
      () => {
        const found = this.heard.find(is);
        if (found === undefined) throw new Error(`Heard only ${JSON.stringify(this.heard)}`);
        return found;
      },
      { timeout: 10_000, interval: 10 },
    );
  }
}
