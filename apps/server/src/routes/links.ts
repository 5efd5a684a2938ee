import { groupLabel, parseWorkshopId, type WorkshopId } from '@reportback/domain';
import { type Request, Router } from 'express';
import type { Asker } from '../access/gate.ts';
import { findLink, linkNames, linksOf, replaceLink } from '../access/workshop-links.ts';
import { noSuchWorkshop, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { unusedJoinCode } from '../workshops/new-workshop.ts';

/** The typed code goes by this name among the links. */
const code = 'code';

type LinkCall = Request<{ workshop: string; name: string }>;

/** `/api/workshops/:workshop/links`: all of them; each can be replaced, switched off, and on again. */
export function linkRoutes(services: Services): Router {
  const { store, gate, signer, place, live, clock } = services;
  const maker = { signer, publicUrl: place.publicUrl };
  const router = Router();

  router.get('/workshops/:workshop/links', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    await gate.demand(request, workshop, 'organize');
    response.json(await linksOf(store, maker, workshop));
  });

  router.post('/workshops/:workshop/links/:name/replace', async (request, response) => {
    const { asker, workshop, name } = await organizerCall(request);
    if (name === code) await replaceCode(workshop);
    else {
      const link = await replaceLink(store, workshop, name);
      // Whoever replaces the link that they came in by stays in.
      if (link.id === asker.link.id) await gate.renew(response, link, asker.pass.seat);
    }
    await written(asker, 'link-replaced', name);
    response.json(await linksOf(store, maker, workshop));
  });

  router.post('/workshops/:workshop/links/:name/off', async (request, response) => {
    const { asker, workshop, name } = await organizerCall(request);
    if (name === 'organizer')
      throw new Refusal(
        'not-now',
        'The organizer link cannot be switched off: nobody could switch it on again. Replace it instead.',
      );
    if (name === code) await store.setCodeOff(workshop, true);
    else await store.revokeLink(findLink(await store.links(workshop), name).id, clock.wallTime());
    await written(asker, 'link-off', name);
    response.json(await linksOf(store, maker, workshop));
  });

  router.post('/workshops/:workshop/links/:name/on', async (request, response) => {
    const { asker, workshop, name } = await organizerCall(request);
    if (name === code) await store.setCodeOff(workshop, false);
    else await store.restoreLink(findLink(await store.links(workshop), name).id);
    await written(asker, 'link-on', name);
    response.json(await linksOf(store, maker, workshop));
  });

  async function organizerCall(request: LinkCall) {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    return { asker, workshop, name: request.params.name };
  }

  async function replaceCode(id: WorkshopId): Promise<void> {
    const workshop = await store.workshop(id);
    if (workshop === null) throw noSuchWorkshop(id);
    await store.putWorkshop({ ...workshop, joinCode: await unusedJoinCode(services) });
    await store.setCodeOff(id, false);
  }

  /** Sockets that came in by a link are told at once what became of it. */
  async function written(
    asker: Asker,
    did: 'link-replaced' | 'link-off' | 'link-on',
    name: string,
  ): Promise<void> {
    const { workshop } = asker.link;
    await live.refresh(workshop);
    await note(services, asker, did, await linkInWords(workshop, name));
  }

  async function linkInWords(workshop: WorkshopId, name: string): Promise<string> {
    if (name === code) return 'the join code';
    const group = (await store.groups(workshop)).find(({ id }) => id === name);
    if (group !== undefined) return `the link of ${groupLabel(group)}`;
    const role = Object.entries(linkNames).find(([each]) => each === name)?.[1];
    return `the ${role} link`;
  }
  return router;
}
