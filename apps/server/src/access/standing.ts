import { type LinkId, permits, type Role, type Seat, type SeatId } from '@reportback/domain';
import type { WorkshopFacts } from '../workshops/live-workshops.ts';
import { isLive } from './gate.ts';

/** Whose socket it is: what they came in by, and their seat. */
export interface Holder {
  readonly link: LinkId;
  readonly generation: number;
  readonly seat: SeatId | null;
}

/** What a holder is now, while the socket is open. */
export type Standing =
  | { readonly is: 'in'; readonly role: Role; readonly seat: Seat | null }
  | { readonly is: 'out'; readonly because: 'deleted' | 'revoked' };

/** @param facts of their workshop; null when it was deleted */
export function standing(facts: WorkshopFacts | null, holder: Holder): Standing {
  if (facts === null) return { is: 'out', because: 'deleted' };
  const link = facts.links.get(holder.link);
  if (link === undefined || !isLive(link, holder.generation))
    return { is: 'out', because: 'revoked' };
  const seat = holder.seat === null ? null : (facts.seats.get(holder.seat) ?? null);
  // A person who was erased: their device has to come in anew, under whatever name.
  if (holder.seat !== null && seat === null) return { is: 'out', because: 'revoked' };
  return { is: 'in', role: link.role, seat: permits[link.role].sit ? seat : null };
}
