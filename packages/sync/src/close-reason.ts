/**
 * Why the server closes a document's connection: one table for server and client.
 *
 * Codes 4400 to 4499 are final for y-websocket 3.1 clients; every other code is retried by them.
 * `retry`: coming back with the same ticket can succeed. `renewTicket`: a fresh ticket can.
 * `sentence`: what a person may be told.
 */
export const closeReasons = {
  malformed: final(4400, 'This page sent something that the server could not read.'),
  'ticket-expired': {
    ...final(4401, 'The permission to open this document has run out; reload the page.'),
    renewTicket: true,
  },
  'no-access': final(4403, 'Your link does not open this document.'),
  'not-found': final(4404, 'There is no such document.'),
  deleted: final(4410, 'This document was deleted.'),
  'too-large': final(4413, 'This change is larger than the server accepts.'),
  unacceptable: final(4422, 'The server did not accept a change that was made here.'),
  'outdated-client': final(4426, 'This page is older than the document; reload it to write.'),
  revoked: final(4430, 'The link that opened this document was withdrawn.'),
  damaged: final(4450, 'This document is damaged on the server; its bytes are kept.'),
  restart: temporary(1012, 'The server is restarting.'),
  'room-failed': temporary(4500, 'The server could not store the last changes.'),
  'slow-reader': temporary(4508, 'This connection was too slow to follow the document.'),
  'too-many-connections': temporary(4529, 'This document is open on too many devices at once.'),
} as const satisfies Record<string, CloseReason>;

export type CloseReasonName = keyof typeof closeReasons;

export interface CloseReason {
  /** WebSocket close code. */
  readonly code: number;
  readonly retry: boolean;
  readonly renewTicket: boolean;
  readonly sentence: string;
}

/** The reason behind a close code, or null for a code that is not in the table. */
export function closeReasonOf(code: number): (CloseReason & { name: CloseReasonName }) | null {
  for (const name of Object.keys(closeReasons) as CloseReasonName[]) {
    if (closeReasons[name].code === code) return { ...closeReasons[name], name };
  }
  return null;
}

function final(code: number, sentence: string): CloseReason {
  return { code, retry: false, renewTicket: false, sentence };
}

function temporary(code: number, sentence: string): CloseReason {
  return { code, retry: true, renewTicket: false, sentence };
}
