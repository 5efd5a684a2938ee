import { documentAccess, type Seat, sitsIn, tableAt } from '@reportback/domain';
import type { DocumentAddress } from '../workshops/document-address.ts';
import type { WorkshopFacts } from '../workshops/live-workshops.ts';
import { type Holder, standing } from './standing.ts';

/** What a holder may do with an open document now. */
export type DocumentRight =
  | { readonly is: 'in'; readonly mayWrite: boolean; readonly seat: Seat | null }
  | { readonly is: 'out'; readonly because: 'deleted' | 'revoked' | 'no-access' };

/** Asked for every message: a function of the facts at hand. */
export function documentRight(
  facts: WorkshopFacts | null,
  holder: Holder,
  { session: id, group }: DocumentAddress,
): DocumentRight {
  const now = standing(facts, holder);
  if (now.is === 'out') return now;
  const session = facts?.sessions.find((each) => each.id === id);
  if (facts === null || session === undefined) return { is: 'out', because: 'deleted' };
  const { role, seat } = now;
  const access = documentAccess(
    { role, seated: seat !== null, group: tableAt(seat, id) },
    {
      group,
      phase: session.phase,
      othersReadable: facts.workshop.othersReadable,
      sits: sitsIn(group, session),
    },
  );
  if (access.is === 'none') return { is: 'out', because: 'no-access' };
  return { is: 'in', mayWrite: access.is === 'write', seat };
}
