import type { Duplex } from 'node:stream';
import type { SyncSocket } from '@reportback/sync';
import type { WebSocket } from 'ws';

/**
 * A WebSocket as rooms use it.
 * @param wire the connection under it: what is sent at once leaves in one write
 */
export function syncSocket(socket: WebSocket, wire: Duplex): SyncSocket {
  return {
    send(messages) {
      if (socket.readyState !== socket.OPEN) return;
      wire.cork();
      for (const message of messages) socket.send(message);
      wire.uncork();
    },
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: (code, reason) => socket.close(code, reason),
  };
}
