import { decodeFrame } from '@reportback/sync/wire';

/** What a {@link countingSocket} tells about itself. */
export interface SocketTraffic {
  /** A document frame went out; frames count from 1 per connection. */
  sent(carries: 'state' | 'change', frame: number): void;
  /** Anything came in: the connection lives. */
  received(): void;
}

/**
 * A WebSocket class for the stock provider that counts the document frames it sends, as the server
 * counts those it receives, and otherwise behaves like `Base`.
 */
export function countingSocket(Base: typeof WebSocket, traffic: SocketTraffic): typeof WebSocket {
  return class extends Base {
    private frames = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', () => traffic.received());
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const carries = data instanceof Uint8Array ? carriedBy(data) : null;
      // Told before it is sent: an acknowledgement must find its frame.
      if (carries !== null) traffic.sent(carries, ++this.frames);
      super.send(data);
    }
  };
}

function carriedBy(message: Uint8Array): 'state' | 'change' | null {
  const frame = decodeFrame(message);
  if (frame.is === 'sync-step-2') return 'state';
  return frame.is === 'update' ? 'change' : null;
}
