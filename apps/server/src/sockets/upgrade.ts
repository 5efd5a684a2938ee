import { once } from 'node:events';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type CloseReasonName, closeReasons } from '@reportback/sync';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOwnHost, type ServerPlace } from '../access/same-origin.ts';
import { wireProtocol } from '../access/ticket.ts';

/** A call that asks to become a WebSocket. */
export interface SocketCall {
  readonly socket: WebSocket;
  /** The connection under the socket. */
  readonly wire: Duplex;
  readonly request: IncomingMessage;
  readonly url: URL;
  /** The parts of the path after the first. */
  readonly path: readonly string[];
}

/** Takes a call up, resumes its socket, and answers null; or answers why it is refused. */
export type SocketRoute = (call: SocketCall) => Promise<CloseReasonName | null>;

export interface UpgradeParts {
  readonly place: ServerPlace;
  readonly isReady: () => boolean;
  /** By the first part of the path. */
  readonly routes: Readonly<Record<string, SocketRoute>>;
  readonly failed: (error: unknown) => void;
}

/** What a server does with a call that asks to become a WebSocket. */
export type UpgradeListener = (request: IncomingMessage, wire: Duplex, head: Buffer) => void;

export interface SocketServer {
  readonly upgrade: UpgradeListener;
  /** Resolves when every socket is closed; who does not answer the close is cut off after a second. */
  close(): Promise<void>;
}

/** How long a client may take to answer that it was sent away, in milliseconds. */
const closesWithin = 1_000;

/** Above the largest message that rooms admit, so that they can say so themselves. */
const largestMessage = 16 * 1024 * 1024;

/**
 * Makes WebSockets of calls. While the server drains they get 503, which every client takes for a reason to
 * come back. Whoever may not is let in and sent away with a close code, because browsers do not
 * tell a page what an upgrade was refused with.
 */
export function socketServer({ place, isReady, routes, failed }: UpgradeParts): SocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    // A deflating connection costs 247 KB; see docs/performance.md.
    perMessageDeflate: false,
    maxPayload: largestMessage,
    handleProtocols: (offered) => (offered.has(wireProtocol) ? wireProtocol : false),
  });
  const upgrade: SocketServer['upgrade'] = (request, wire, head) => {
    wire.on('error', () => wire.destroy());
    if (!isReady()) return refuseUpgrade(wire, 503);
    if (!isOwnHost(place, request.headers.host)) return refuseUpgrade(wire, 403);
    const url = new URL(request.url ?? '/', place.publicUrl);
    const [first = '', ...path] = url.pathname.slice(1).split('/');
    const route = Object.hasOwn(routes, first) ? routes[first] : undefined;
    if (route === undefined) return refuseUpgrade(wire, 404);
    sockets.handleUpgrade(request, wire, head, (socket) => {
      // Its close event follows.
      socket.on('error', () => {});
      // What it sends at once waits until somebody listens.
      socket.pause();
      route({ socket, wire, request, url, path })
        .catch((error: unknown) => {
          failed(error);
          return 'room-failed' as const;
        })
        .then((refusal) => {
          if (refusal === null) return;
          socket.resume();
          hangUp(socket, refusal);
        }, failed);
    });
  };
  return {
    upgrade,
    async close() {
      const closings = [...sockets.clients].map((socket) => once(socket, 'close'));
      const patience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, closesWithin);
      await Promise.all(closings);
      clearTimeout(patience);
    },
  };
}

/** Closes a socket for a reason from the table. */
export function hangUp(socket: WebSocket, reason: CloseReasonName): void {
  const { code, sentence } = closeReasons[reason];
  socket.close(code, sentence);
}

/** Answers a call that was to become a WebSocket over plain HTTP, and ends its connection. */
export function refuseUpgrade(wire: Duplex, status: 403 | 404 | 503): void {
  // Not only our side of it: a client that keeps its own open would keep the connection for ever.
  wire.once('finish', () => wire.destroy());
  wire.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
