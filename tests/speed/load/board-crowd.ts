import { once } from 'node:events';
import { WebSocket } from 'ws';

/** What the measuring process asks of the crowd. */
export type CrowdCall =
  | {
      readonly is: 'follow';
      readonly address: string;
      readonly origin: string;
      /** One for each follower. */
      readonly cookies: readonly string[];
    }
  /** Forgets what was heard so far. */
  | { readonly is: 'listen' }
  | { readonly is: 'report' };

/** When anything that differed was heard by anybody, in milliseconds since 1970. */
export interface CrowdReport {
  readonly heard: readonly number[];
}

let heard: number[] = [];

process.on('message', (call: CrowdCall) => {
  if (call.is === 'follow') void follow(call);
  else if (call.is === 'listen') heard = [];
  else process.send?.({ heard } satisfies CrowdReport);
});

async function follow({ address, origin, cookies }: Extract<CrowdCall, { is: 'follow' }>) {
  for (const cookie of cookies) {
    const socket = new WebSocket(address, [], { headers: { cookie, origin } });
    const first = once(socket, 'message');
    await once(socket, 'open');
    await first;
    socket.on('message', (message: Buffer) => {
      const at = performance.timeOrigin + performance.now();
      // A message that only tells the time says nothing that differs.
      if (message.includes('"cards"') || message.includes('"plenary"')) heard.push(at);
    });
  }
  process.send?.('ready');
}
