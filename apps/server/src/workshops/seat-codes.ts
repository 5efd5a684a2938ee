import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Link, SeatCodeView, SeatId } from '@reportback/domain';
import type { Asker } from '../access/gate.ts';
import { newTypedCode, readTypedCode } from '../access/typed-code.ts';
import { findLink } from '../access/workshop-links.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';

/** Longer than a join code, so that one field takes both: 39 bits, good for minutes and for one device. */
const length = 8;

/** How long a code waits for the other device, in milliseconds. */
const goodFor = 10 * 60 * 1000;

type Parts = Pick<Services, 'store' | 'seatCodes' | 'gate' | 'clock' | 'random' | 'codes'>;

/** A code for another device of the asker, in place of an earlier one. @throws Refusal for one without a seat */
export async function newSeatCode(parts: Parts, { seat, link }: Asker): Promise<SeatCodeView> {
  if (seat === null)
    throw new Refusal('not-now', 'Take a seat first: say your name and choose a table.');
  const code = newTypedCode(length, parts.random);
  const now = parts.clock.wallTime();
  // A code that is read over a shoulder lets somebody be this person, never lead the workshop.
  const { id, generation } =
    link.role === 'participant' ? link : findLink(await parts.store.links(link.workshop), 'join');
  const expires = now + goodFor;
  await parts.seatCodes.put(
    { codeHash: hashOf(code), seat: seat.id, link: id, generation, expiresAt: expires },
    now,
  );
  return { code, expires };
}

/** Whether somebody typed the code of a seat, and not that of a workshop. */
export function isSeatCode(typed: string): boolean {
  return readTypedCode(length, typed) !== null;
}

/**
 * Uses up the code that another device of the same person shows.
 * @param asked `instead`: whether the browser gives up another seat for it
 * @returns the seat, and the link to come in by
 * @throws Refusal `code-unknown`, `other-seat`, `link-revoked`
 */
export async function takeSeatCode(
  parts: Parts,
  request: IncomingMessage,
  asked: { readonly code: string; readonly instead?: boolean },
): Promise<{ readonly link: Link; readonly seat: SeatId }> {
  const codeHash = hashOf(readTypedCode(length, asked.code) ?? '');
  const found = await parts.seatCodes.find(codeHash);
  if (found === null || found.expiresAt < parts.clock.wallTime()) {
    parts.codes.wrong();
    throw spent();
  }
  const link = await parts.gate.liveLink({ link: found.link, generation: found.generation });
  const asker = await parts.gate.asker(request, link.workshop);
  if (asker?.seat && asker.seat.id !== found.seat && asked.instead !== true)
    throw await otherSeat(parts, found.seat, asker.seat.name);
  if (!(await parts.seatCodes.take(codeHash))) throw spent();
  return { link, seat: found.seat };
}

async function otherSeat({ store }: Parts, seat: SeatId, name: string): Promise<Refusal> {
  const wanted = await store.seat(seat);
  return new Refusal(
    'other-seat',
    `This browser is here as ${name}, and the code is for ${wanted?.name ?? 'another seat'}. What ${name} wrote stays under that name.`,
  );
}

function spent(): Refusal {
  return new Refusal(
    'code-unknown',
    'This code was used already, or its ten minutes are over. Show a new one on the first device.',
  );
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
