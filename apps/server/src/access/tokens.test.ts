import { parseGroupId, parseLinkId, parseSeatId, parseSessionId } from '@reportback/domain';
import { describe, expect, it } from 'vitest';
import { linkToken, readLinkToken } from './link-token.ts';
import { Signer } from './signer.ts';
import { offeredTicket, readTicket, type Ticket, ticketProtocols, wireProtocol } from './ticket.ts';

const signer = new Signer(new Uint8Array(32).fill(7));
const another = new Signer(new Uint8Array(32).fill(8));

describe('a link’s token', () => {
  const link = { id: parseLinkId('abc123'), generation: 3 };
  const token = linkToken(signer, link);

  it('says which link, carries at least 128 bits that cannot be made up, and fits into a small QR code', () => {
    expect(readLinkToken(signer, token)).toEqual({ link: 'abc123', generation: 3 });
    expect(Buffer.from(token.split('.')[2] ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(
      128,
    );
    expect(token.length).toBeLessThan(50);
  });

  it('is the same each time it is shown, and another for another generation', () => {
    expect(linkToken(signer, link)).toBe(token);
    expect(linkToken(signer, { ...link, generation: 4 })).not.toBe(token);
  });

  it('of another server, or altered in any place, is none', () => {
    expect(readLinkToken(another, token)).toBeNull();
    for (let place = 0; place < token.length; place++) {
      const altered = `${token.slice(0, place)}${token[place] === 'a' ? 'b' : 'a'}${token.slice(place + 1)}`;
      // The last character of 24 carries only whole bits here, so every change is one.
      expect(readLinkToken(signer, altered), altered).toBeNull();
    }
  });
});

describe('a ticket', () => {
  const ticket: Ticket = {
    document: { session: parseSessionId('s1'), group: parseGroupId('g1'), incarnation: 'x1' },
    link: parseLinkId('abc123'),
    generation: 1,
    seat: parseSeatId('ana'),
    expires: 1_800_000_000_000,
  };

  it('comes back whole out of the subprotocols that a client offers', () => {
    for (const each of [ticket, { ...ticket, seat: null }]) {
      const protocols = ticketProtocols(signer, each);
      expect(protocols[0]).toBe(wireProtocol);
      expect(protocols[1]).toMatch(/^[\w!#$%&'*+.^`|~-]+$/);
      expect(readTicket(signer, offeredTicket(protocols) ?? '')).toEqual(each);
    }
  });

  it('of another server, altered, or signed for another purpose is none', () => {
    const text = offeredTicket(ticketProtocols(signer, ticket)) ?? '';
    expect(readTicket(another, text)).toBeNull();
    expect(readTicket(signer, text.replace('ana', 'bob'))).toBeNull();
    const said = text.slice(0, text.lastIndexOf('~'));
    expect(readTicket(signer, `${said}~${signer.sign('link', said)}`)).toBeNull();
    for (const wrong of ['', '~', said, `${said}~`]) expect(readTicket(signer, wrong)).toBeNull();
  });
});
