import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Node's flags for a server that is to be looked into. */
export const inspectable = '--inspect=127.0.0.1:0';

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * What a server's process uses once its garbage is collected, in bytes: what its own heap holds, and the
 * buffers beside it. Asked of Node's inspector, so that it works alike for every server.
 * @param said the server's output, in which Node wrote where its inspector listens
 */
export async function usedBytes(said: string): Promise<number> {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(said)?.[0];
  if (address === undefined) throw new Error('The server was not started with its inspector.');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    socket.send(JSON.stringify({ id: 1, method, params }));
    for (;;) {
      const [text] = (await once(socket, 'message')) as [Buffer];
      const answer = JSON.parse(String(text)) as Answer;
      if (answer.id === 1) return answer.result?.result?.value;
    }
  };
  // The second finds what the first one's finalizers let go.
  await call('HeapProfiler.collectGarbage');
  await call('HeapProfiler.collectGarbage');
  const used = await call('Runtime.evaluate', {
    expression: '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())',
  });
  socket.terminate();
  return Number(used);
}
