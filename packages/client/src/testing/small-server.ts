import type { DocumentAccess, TicketView } from '@reportback/domain';
import { contentHash } from '@reportback/sync/content-hash';
import {
  type CloseReasonName,
  closeReasons,
  decodeFrame,
  encodeFrame,
  heartbeat,
} from '@reportback/sync/wire';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';

interface Connection {
  readonly socket: WebSocket;
  frames: number;
}

/**
 * A server of one document on real sockets that does as a test says: it takes what comes, and acknowledges
 * or refuses when it is told to.
 */
export class SmallServer {
  readonly doc = new Y.Doc();
  /** Set to acknowledge each document frame as it comes. */
  acknowledges = true;
  /** Set to refuse each document frame as it comes; with a reason that pages know, or a newer one. */
  refuses: string | null = null;
  /** Set to leave every message unread, as a dead network does. */
  isDeaf = false;
  /** How many messages came, read or not. */
  heard = 0;
  access: DocumentAccess = { is: 'write' };
  /** The protocols that were offered, one entry a connection. */
  readonly offered: string[] = [];
  /** The queries that were asked with, one entry a connection. */
  readonly asked: string[] = [];
  tickets = 0;
  /** How often it was asked for the hash of its document. */
  questions = 0;
  readonly open = new Set<Connection>();
  private server: WebSocketServer | null = null;
  private port = 0;

  async start(): Promise<this> {
    const server = new WebSocketServer({ port: this.port, host: '127.0.0.1' });
    this.server = server;
    server.on('connection', (socket, request) => {
      this.asked.push(request.url?.split('?')[1] ?? '');
      this.offered.push(String(request.headers['sec-websocket-protocol']));
      this.serve({ socket, frames: 0 });
    });
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    this.port = address.port;
    return this;
  }

  async stop(): Promise<void> {
    for (const { socket } of this.open) socket.terminate();
    const { server } = this;
    if (server) await new Promise((done) => server.close(done));
  }

  ticket(expires = Number.MAX_SAFE_INTEGER): TicketView {
    this.tickets++;
    return {
      url: `ws://127.0.0.1:${this.port}/sync`,
      document: 'table',
      protocols: ['reportback.1', `ticket.${this.tickets}`],
      expires,
      access: this.access,
      seat: null,
    };
  }

  /** Says that all that came so far is durable. */
  acknowledgeAll(): void {
    for (const connection of this.open)
      connection.socket.send(encodeFrame({ is: 'acknowledged', through: connection.frames }));
  }

  /** Says that it lives, and nothing else. */
  beat(): void {
    for (const { socket } of this.open) socket.send(heartbeat);
  }

  closeAll(reason: CloseReasonName): void {
    for (const { socket } of this.open) socket.close(closeReasons[reason].code);
  }

  /** Cuts every connection without a word. */
  cutAll(): void {
    for (const { socket } of this.open) socket.terminate();
  }

  private serve(connection: Connection): void {
    const { socket } = connection;
    this.open.add(connection);
    socket.on('close', () => this.open.delete(connection));
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      this.heard++;
      if (!this.isDeaf && data instanceof Buffer) this.read(connection, new Uint8Array(data));
    });
    if (this.access.is === 'write') this.askForState(connection);
  }

  private askForState({ socket }: Connection): void {
    const stateVector = Y.encodeStateVector(this.doc);
    socket.send(encodeFrame({ is: 'sync-step-1', stateVector }));
  }

  private read(connection: Connection, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame.is === 'sync-step-1') {
      const update = Y.encodeStateAsUpdate(this.doc, frame.stateVector);
      connection.socket.send(encodeFrame({ is: 'sync-step-2', update }));
      if (connection.frames > 0) this.askForState(connection);
    }
    if (frame.is === 'hash-question') {
      const { question } = frame;
      this.questions++;
      connection.socket.send(
        encodeFrame({ is: 'hash-answer', question, hash: contentHash(this.doc) }),
      );
    }
    if (frame.is !== 'sync-step-2' && frame.is !== 'update') return;
    connection.frames++;
    if (this.refuses !== null) {
      const { frames, socket } = { ...connection };
      socket.send(encodeFrame({ is: 'refused', frame: frames, reason: this.refuses }));
      return;
    }
    Y.applyUpdate(this.doc, frame.update);
    if (this.acknowledges)
      connection.socket.send(encodeFrame({ is: 'acknowledged', through: connection.frames }));
  }
}
