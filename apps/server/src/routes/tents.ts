import { parseWorkshopId, sessionsAt, type WorkshopId } from '@reportback/domain';
import { fileName } from '@reportback/record';
import { type Tents, tentsBeside } from '@reportback/record/tents';
import { Router } from 'express';
import { z } from 'zod';
import { linksOf } from '../access/workshop-links.ts';
import { Turns } from '../plenary/turns.ts';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { readBody } from './read-body.ts';

const tentsQuery = z.strictObject({
  paper: z.enum(['a4', 'letter'], 'It must be “a4” or “letter”').default('a4'),
  ink: z.enum(['full', 'save'], 'It must be “full” or “save”').default('full'),
});

/** `GET /api/workshops/:workshop/tents.pdf?paper=a4|letter&ink=full|save`: a card for each table, to print. */
export function tentRoutes(services: Services): Router {
  const { gate } = services;
  const router = Router();
  // One at a time: those who type need the other processor.
  const turns = new Turns();
  router.get('/workshops/:workshop/tents.pdf', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    const { paper, ink } = readBody(tentsQuery, request.query);
    const tents = await tentsOf(services, workshop, { paper, savesInk: ink === 'save' });
    const bytes = await turns.take(() => tentsBeside(tents));
    if (bytes === null)
      throw new Refusal(
        'unavailable',
        'This server’s computer cannot set PDF. Print the page instead, and choose PDF there.',
      );
    response.attachment(fileName(`Table tents - ${tents.title}`, 'pdf')).type('application/pdf');
    response.end(bytes);
  });
  return router;
}

async function tentsOf(
  { store, signer, place }: Services,
  id: WorkshopId,
  look: Pick<Tents, 'paper' | 'savesInk'>,
): Promise<Tents> {
  const workshop = await store.workshop(id);
  if (workshop === null) throw noSuchWorkshop(id);
  const links = await linksOf(store, { signer, publicUrl: place.publicUrl }, id);
  const addresses = new Map(
    links.sessions.flatMap(({ groups }) => groups.map((group) => [group.id, group.url] as const)),
  );
  const sessions = await store.sessions(id);
  // A table that sits in no session needs no tent.
  const tables = (await store.groups(id))
    .map((group) => ({ ...group, sessions: sessionsAt(group, sessions) }))
    .filter((table) => table.sessions.length > 0);
  const { joinCode } = workshop;
  return {
    ...look,
    title: workshop.title,
    host: place.publicUrl.host,
    code: (await store.isCodeOff(id)) ? null : `${joinCode.slice(0, 3)} ${joinCode.slice(3)}`,
    tables: tables.map((table) => ({
      number: table.number,
      name: table.name,
      address: addresses.get(table.id) ?? links.links.join,
      sessions: table.sessions.map(({ session, otherName }) => ({
        start: session.start,
        title: session.title,
        prompt: session.prompt,
        otherName,
      })),
    })),
  };
}
