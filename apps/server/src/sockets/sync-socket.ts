import type { Duplex } from 'node:stream';
import type { SyncSocket } from '@reportback/sync';
import type { WebSocket } from 'ws';
import { binaryFrame } from './binary-frame.ts';

/**
 * A WebSocket as rooms use it.
 * @param wire the connection under it: what is sent at once leaves in one write
 */
export function syncSocket(socket: WebSocket, wire: Duplex): SyncSocket {
  return {
    send(messages) {
      if (socket.readyState !== socket.OPEN) return;
      // Past the library's sender, which would make a header anew for each of a hundred receivers.
      const [first] = messages;
      if (first !== undefined && messages.length === 1) {
        // Nearly always: and corking one would cost more than it.
        wire.write(binaryFrame(first));
        return;
      }
      wire.cork();
      for (const message of messages) wire.write(binaryFrame(message));
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
