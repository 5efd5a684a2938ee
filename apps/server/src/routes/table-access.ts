import {
  type DocumentAccess,
  documentAccess,
  type GroupId,
  plenaryGroup,
  type SessionId,
  sitsIn,
  tableAt,
  type Workshop,
  type WorkshopId,
} from '@reportback/domain';
import type { Request } from 'express';
import type { Asker } from '../access/gate.ts';
import { noSuchWorkshop } from '../refusal.ts';
import type { Services } from '../services.ts';
import { demandGroup } from './seat.ts';
import { sessionIn } from './sessions.ts';

/** A table in one session. */
export interface TablePlace {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly group: GroupId;
}

/** Who asks about a table, and what they may do with its note. @throws Refusal where there is no such table */
export async function tableAccess(
  { gate, store }: Services,
  request: Request<Record<string, string>>,
  { workshop: id, session, group }: TablePlace,
): Promise<{
  readonly asker: Asker;
  readonly workshop: Workshop;
  readonly access: DocumentAccess;
}> {
  const asker = await gate.demand(request, id);
  const { link, seat } = asker;
  const workshop = await store.workshop(id);
  if (workshop === null) throw noSuchWorkshop(id);
  const at = await sessionIn(store, id, session);
  if (group !== plenaryGroup) await demandGroup(store, id, group);
  const access = documentAccess(
    { role: link.role, seated: seat !== null, group: tableAt(seat, session) },
    {
      group,
      phase: at.phase,
      othersReadable: workshop.othersReadable,
      sits: sitsIn(group, at),
    },
  );
  return { asker, workshop, access };
}
