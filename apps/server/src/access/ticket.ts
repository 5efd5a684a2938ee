import { type LinkId, NotAnId, parseLinkId, parseSeatId, type SeatId } from '@reportback/domain';
import { wireVersion } from '@reportback/sync';
import {
  type DocumentAddress,
  documentAddress,
  readDocumentAddress,
} from '../workshops/document-address.ts';
import type { Signer } from './signer.ts';

/** How long a ticket opens its document: a workshop's day. */
export const ticketLifetime = 12 * 60 * 60 * 1000;

/** The subprotocol that the server selects; what a client offers beside it carries its ticket. */
export const wireProtocol = `reportback.${wireVersion}`;
const ticketPrefix = 'ticket.';

/** Leave for one seat to open one document, for as long as its link lives. */
export interface Ticket {
  readonly document: DocumentAddress;
  readonly link: LinkId;
  readonly generation: number;
  /** Null for those who only read. */
  readonly seat: SeatId | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The subprotocols to offer for opening a ticket's document. */
export function ticketProtocols(signer: Signer, ticket: Ticket): readonly [string, string] {
  return [wireProtocol, `${ticketPrefix}${ticketText(signer, ticket)}`];
}

/** The text of the ticket among the offered subprotocols, or null. */
export function offeredTicket(protocols: Iterable<string>): string | null {
  for (const protocol of protocols)
    if (protocol.startsWith(ticketPrefix)) return protocol.slice(ticketPrefix.length);
  return null;
}

/** The ticket as text that may stand in a subprotocol (RFC 9110, token). */
function ticketText(signer: Signer, ticket: Ticket): string {
  const said = [
    documentAddress(ticket.document),
    ticket.link,
    ticket.generation,
    ticket.seat ?? '-',
    ticket.expires,
  ].join('~');
  return `${said}~${signer.sign('ticket', said)}`;
}

/** Reads a ticket's text, or null when this server never gave it out. Whether it has expired is for the caller. */
export function readTicket(signer: Signer, text: string): Ticket | null {
  const end = text.lastIndexOf('~');
  const said = text.slice(0, Math.max(end, 0));
  if (!signer.isSigned('ticket', said, text.slice(end + 1))) return null;
  const [document = '', link = '', generation = '', seat = '', expires = ''] = said.split('~');
  const address = readDocumentAddress(document);
  try {
    return address === null
      ? null
      : {
          document: address,
          link: parseLinkId(link),
          generation: Number(generation),
          seat: seat === '-' ? null : parseSeatId(seat),
          expires: Number(expires),
        };
  } catch (error) {
    if (error instanceof NotAnId) return null;
    throw error;
  }
}
