import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { TicketOutcome } from '../host.ts';
import type { OpenDocument } from '../open-document.ts';
import { type Hold, OpenDocuments } from '../open-documents.ts';
import type { WakeSignal } from '../wake-signals.ts';
import { ManualClock } from './manual-clock.ts';
import { SmallServer } from './small-server.ts';

/** The server of the test that runs; its document holds a full stop. */
export let server: SmallServer;
const devices: Device[] = [];

/** Gives each test of a file a server and an empty browser, and ends all its devices after it. */
export function eachOnItsOwn(): void {
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    server = await new SmallServer().start();
    server.doc.getText('note').insert(0, '.');
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) device.leave();
    await server.stop();
  });
}

/** One tab of a browser, with its own clock and signals. */
export class Device {
  readonly time = new ManualClock();
  readonly documents: OpenDocuments;
  signal: (signal: WakeSignal) => void = () => undefined;
  readonly holds: Hold[] = [];
  asked = 0;
  answer: () => TicketOutcome = () => ({ is: 'ticket', ticket: server.ticket() });

  constructor(visit = 'tab', Socket = WebSocket) {
    devices.push(this);
    this.documents = new OpenDocuments(
      {
        clock: this.time.clock,
        chance: () => 0,
        schemaVersion: 3,
        WebSocket: Socket,
        signals: (heard) => {
          this.signal = heard;
          return () => undefined;
        },
      },
      visit,
    );
  }

  hold(name = 'table'): Hold {
    const hold = this.documents.open({
      name,
      ticket: null,
      askForTicket: () => {
        this.asked++;
        return Promise.resolve(this.answer());
      },
    });
    this.holds.push(hold);
    return hold;
  }

  async openLive(): Promise<OpenDocument> {
    const { document } = this.hold();
    await until(() => document.connection.get().is === 'live');
    return document;
  }

  /** Ends the visit as closing the tab does. */
  leave(): void {
    this.documents.closeAll();
  }
}

export const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5_000, interval: 2 });
export const type = (document: OpenDocument, text: string) =>
  document.doc.getText('note').insert(0, text);
export const lamp = (document: OpenDocument) => document.save.get().is;
export const serverText = () => server.doc.getText('note').toString();
