import {
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  permits,
  plenaryGroup,
  type Seat,
  tableAt,
  type WritersView,
} from '@reportback/domain';
import { Router } from 'express';
import type { Asker } from '../access/gate.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { documentName } from '../workshops/group-documents.ts';
import { type TablePlace, tableAccess } from './table-access.ts';

/** `GET /api/workshops/:workshop/sessions/:session/groups/:group/writers` */
export function writerRoutes(services: Services): Router {
  const { store, rooms } = services;
  const router = Router();
  router.get(
    '/workshops/:workshop/sessions/:session/groups/:group/writers',
    async (request, response) => {
      const place: TablePlace = {
        workshop: parseWorkshopId(request.params.workshop),
        session: parseSessionId(request.params.session),
        group: parseGroupId(request.params.group),
      };
      const { asker, workshop, access } = await tableAccess(services, request, place);
      if (access.is === 'none')
        throw new Refusal('no-access', 'Who wrote a note is told to those who may read it.');
      const view: WritersView =
        workshop.attribution === 'by-name'
          ? { writers: await writers(place, asker) }
          : { writers: null };
      response.json(view);
    },
  );
  return router;

  async function writers(place: TablePlace, asker: Asker) {
    const name = documentName(place.session, place.group);
    const read = await rooms.read(name, ({ store: held }, { owners }) =>
      [...held.clients.keys()].map((client) => ({ client, author: owners.get(client) ?? '' })),
    );
    if (read.is !== 'read') return [];
    const seats = new Map<string, Seat>(
      (await store.seats(place.workshop)).map((seat) => [seat.id, seat]),
    );
    return read.value.map(({ client, author }) => {
      const seat = seats.get(author) ?? null;
      return { client, seat: seat?.id ?? null, name: seat && nameFor(asker, place, seat) };
    });
  }
}

/**
 * What somebody is called who wrote. At the table people see each other write, and who leads sees everybody; others
 * are told of those who agreed to be named, as they wish to be cited.
 */
function nameFor(
  { link, seat: own }: Asker,
  { session, group }: TablePlace,
  seat: Seat,
): string | null {
  const isTogether = group === plenaryGroup ? own !== null : tableAt(own, session) === group;
  if (isTogether || permits[link.role].facilitate) return seat.name;
  return seat.consent ? seat.citeAs || seat.name : null;
}
