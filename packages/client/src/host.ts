import type { TicketView } from '@reportback/domain';
import type { Clock } from './clock.ts';
import type { Ending } from './connection-status.ts';
import type { WakeSignals } from './wake-signals.ts';

/** What asking the server for leave to open a document led to. */
export type TicketOutcome =
  | { readonly is: 'ticket'; readonly ticket: TicketView }
  /** The server said no; asking again without anything having changed would not help. */
  | { readonly is: 'denied'; readonly because: Ending }
  /** No answer, or one that says to come back. */
  | { readonly is: 'unreachable' };

/** What open documents need from the page they live in; tests hand in their own. */
export interface Host {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly WebSocket: typeof WebSocket;
  readonly signals: WakeSignals;
  /** The newest document schema that the page knows; documents of a newer one it may only read. */
  readonly schemaVersion: number;
}
