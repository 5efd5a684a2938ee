import type { DocumentAccess, TicketView } from '@reportback/domain';
import { closeReasonOf, encodeFrame, messageType, parseRefusalReason } from '@reportback/sync/wire';
import * as decoding from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import {
  type ConnectionEvent,
  type ConnectionStatus,
  connectionAfter,
  type Ending,
} from './connection-status.ts';
import { countingSocket } from './counting-socket.ts';
import type { Host, TicketOutcome } from './host.ts';
import { type Readable, Settable } from './readable.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { SaveEvent } from './save-status.ts';
import { SelfCheck } from './self-check.ts';

/** How long a connection that was asked may stay silent, and how long one may take to open, in milliseconds. */
const answersWithin = 4_000;
const opensWithin = 15_000;

/**
 * How long an open connection may take to bring the document, in milliseconds: as long as the provider stands
 * silence, which it breaks off itself, but only while not even a heartbeat comes. A large document on a bad
 * network takes its time.
 */
const syncsWithin = 30_000;

/** A ticket is renewed this long before it expires, in milliseconds. */
const renewsBefore = 60_000;

export interface ConnectionOptions {
  /** The document's name, incarnation included. */
  readonly name: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** A ticket that is already at hand, or null. */
  readonly ticket: TicketView | null;
  readonly askForTicket: () => Promise<TicketOutcome>;
  readonly host: Host;
  /** Whether the server has all that was written here: only then can the two be compared. */
  readonly isSaved: () => boolean;
  /** Told what happens to the document's frames, in order. */
  readonly onSave: (event: Exclude<SaveEvent, { is: 'changed' | 'overdue' }>) => void;
}

/**
 * One document's connection: the stock y-websocket provider, and around it the tickets, the counting of
 * frames, and the decision when to come back. The provider's own reconnecting is not used, because
 * it knows no jitter and no tickets that expire.
 */
export class DocumentConnection {
  readonly status: Settable<ConnectionStatus>;
  /** What the newest ticket allows; null before the first. */
  readonly access: Settable<DocumentAccess | null>;
  private readonly options: ConnectionOptions;
  private readonly provider: WebsocketProvider;
  private readonly check: SelfCheck;
  private readonly stopListening: () => void;
  private ticket: TicketView | null;
  private failures = 0;
  private received = 0;
  private isAsking = false;
  private isClosed = false;
  private nextTry: { cancel(): void } | null = null;
  /** Runs out when the connection under way takes too long to open, or to bring the document. */
  private patience: { cancel(): void } | null = null;

  constructor(options: ConnectionOptions) {
    const { host } = options;
    this.options = options;
    this.ticket = options.ticket;
    this.status = new Settable<ConnectionStatus>({
      is: 'connecting',
      since: host.clock.wallTime(),
    });
    this.access = new Settable<DocumentAccess | null>(options.ticket?.access ?? null, isSameAccess);
    this.provider = new WebsocketProvider('', options.name, options.doc, {
      connect: false,
      awareness: options.awareness,
      params: { ack: '1', schema: String(host.schemaVersion) },
      // Two tabs of one browser meet on the server like any two devices, so that each knows what is saved.
      disableBc: true,
      shouldReconnect: () => true,
      WebSocketPolyfill: countingSocket(host.WebSocket, {
        sent: (carries, frame) =>
          options.onSave(
            carries === 'state' ? { is: 'sent-state', frame } : { is: 'sent-change', frame },
          ),
        received: () => this.received++,
      }),
    });
    this.check = new SelfCheck({
      doc: options.doc,
      clock: host.clock,
      chance: host.chance,
      ask: (question) => this.askForHash(question),
      heal: () => this.provider.disconnect(),
    });
    this.listenToProvider();
    this.stopListening = host.signals((signal) => {
      if (this.provider.wsconnected) this.probe();
      else if (signal !== 'offline') this.tryNow();
    });
    void this.tryToConnect();
  }

  /** Whether the server holds something else than this device, in spite of connecting anew. */
  get differs(): Readable<boolean> {
    return this.check.differs;
  }

  /** Whether a transaction of this origin brought in what others wrote. */
  isOrigin(origin: unknown): boolean {
    return origin === this.provider;
  }

  /** Tries at once instead of waiting; also after the connection ended, with a fresh ticket. */
  tryNow(): void {
    if (this.status.get().is === 'ended') this.ticket = null;
    this.tell({ is: 'resumed', at: this.options.host.clock.wallTime() });
    this.nextTry?.cancel();
    this.nextTry = null;
    void this.tryToConnect();
  }

  /** Begins anew with a fresh ticket: what this person may do has changed. */
  renew(): void {
    this.ticket = null;
    this.provider.disconnect();
    this.tryNow();
  }

  /** Asks the server for a sign of life, and gives the connection up when none comes. */
  probe(): void {
    const socket = this.provider.ws;
    if (socket === null || !this.provider.wsconnected) return;
    // Closed while the page was kept aside, which the browser tells only after it has told of the return.
    if (socket.readyState !== socket.OPEN) return this.provider.disconnect();
    const heard = this.received;
    const stateVector = Y.encodeStateVector(this.options.doc);
    socket.send(encodeFrame({ is: 'sync-step-1', stateVector }));
    this.options.host.clock.after(answersWithin, () => {
      if (this.provider.ws === socket && this.received === heard) this.provider.disconnect();
    });
  }

  close(): void {
    this.isClosed = true;
    this.check.end();
    this.stopListening();
    this.nextTry?.cancel();
    this.patience?.cancel();
    this.provider.destroy();
  }

  private listenToProvider(): void {
    const { provider, options } = this;
    provider.messageHandlers[messageType.acknowledged] = (_reply, decoder) =>
      options.onSave({ is: 'acknowledged', frame: decoding.readVarUint(decoder) });
    provider.messageHandlers[messageType.refused] = (_reply, decoder) => {
      const frame = decoding.readVarUint(decoder);
      // A reason that this page is too old to know: its text is not accepted all the same.
      const reason = parseRefusalReason(decoding.readVarString(decoder)) ?? 'outdated-client';
      options.onSave({ is: 'refused', frame, reason });
    };
    provider.messageHandlers[messageType.hashAnswer] = (_reply, decoder) => {
      const question = decoding.readVarUint(decoder);
      void this.check.answer(question, decoding.readVarString(decoder));
    };
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      this.waitFor(syncsWithin);
      options.onSave({ is: 'opened' });
      const { access } = this.ticket ?? {};
      if (access?.is === 'read')
        options.onSave({
          is: 'barred',
          reason: access.because === 'frozen' ? 'locked' : 'read-only',
        });
      // A server that remembers this client from before the cut takes its presence only with a newer clock.
      options.awareness.setLocalState(options.awareness.getLocalState());
    });
    provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return;
      this.patience?.cancel();
      this.failures = 0;
      this.tell({ is: 'synced', at: options.host.clock.wallTime() });
    });
    provider.on('connection-close', (event) => {
      // The provider would come back by itself after a wait that is the same for everybody.
      provider.shouldConnect = false;
      this.patience?.cancel();
      options.onSave({ is: 'closed' });
      this.whenLost(event);
    });
  }

  private askForHash(question: number): boolean {
    const socket = this.provider.ws;
    if (socket === null || !this.provider.synced || !this.options.isSaved()) return false;
    socket.send(encodeFrame({ is: 'hash-question', question }));
    return true;
  }

  private whenLost(event: CloseEvent | null): void {
    if (this.isClosed) return;
    const reason = event === null ? null : closeReasonOf(event.code);
    if (reason?.renewTicket) this.ticket = null;
    if (reason && !reason.retry && !reason.renewTicket)
      this.end({ reason: reason.name, sentence: reason.sentence });
    else this.tryLater();
  }

  private async tryToConnect(): Promise<void> {
    if (this.isClosed || this.isAsking || this.provider.ws !== null) return;
    const ticket = await this.validTicket();
    if (ticket === null || this.isClosed || this.provider.ws !== null) return;
    this.provider.serverUrl = ticket.url;
    this.provider.protocols = [...ticket.protocols];
    this.provider.connect();
    this.waitFor(opensWithin);
  }

  /** Gives the connection under way up after so many milliseconds, unless it is told otherwise before. */
  private waitFor(milliseconds: number): void {
    this.patience?.cancel();
    this.patience = this.options.host.clock.after(milliseconds, () => this.provider.disconnect());
  }

  /** A ticket to connect with; null when there is none, and then it is decided what follows. */
  private async validTicket(): Promise<TicketView | null> {
    const { clock } = this.options.host;
    if (this.ticket !== null && this.ticket.expires - renewsBefore > clock.wallTime())
      return this.ticket;
    this.isAsking = true;
    const outcome = await this.options.askForTicket();
    this.isAsking = false;
    switch (outcome.is) {
      case 'unreachable':
        this.tryLater();
        return null;
      case 'denied':
        this.end(outcome.because);
        return null;
      case 'ticket':
        if (outcome.ticket.document !== this.options.name) {
          this.end({
            reason: 'made-anew',
            sentence: 'This document was deleted on the server and made anew.',
          });
          return null;
        }
        this.ticket = outcome.ticket;
        this.access.set(outcome.ticket.access);
        return outcome.ticket;
    }
  }

  private tryLater(): void {
    const { clock, chance } = this.options.host;
    if (this.isClosed) return;
    this.tell({ is: 'lost', at: clock.wallTime() });
    this.nextTry?.cancel();
    this.nextTry = clock.after(reconnectDelay(this.failures++, chance()), () => {
      this.nextTry = null;
      void this.tryToConnect();
    });
  }

  private end(because: Ending): void {
    if (this.isClosed) return;
    this.tell({ is: 'ended', at: this.options.host.clock.wallTime(), because });
  }

  private tell(event: ConnectionEvent): void {
    this.status.set(connectionAfter(this.status.get(), event));
  }
}

function isSameAccess(a: DocumentAccess | null, b: DocumentAccess | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
