import type { EnterView, Link } from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { readJoinCode } from '../access/join-code.ts';
import { readLinkToken } from '../access/link-token.ts';
import { findLink } from '../access/workshop-links.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { isSeatCode, takeSeatCode } from '../workshops/seat-codes.ts';
import { readBody } from './read-body.ts';

const enterRequest = z.union(
  [
    z.strictObject({ token: z.string().max(200) }),
    z.strictObject({ code: z.string().max(200), instead: z.boolean().exactOptional() }),
  ],
  'Send either the “token” of a link or a typed “code”',
);
const creationRequest = z.strictObject({ token: z.string().max(200) });

/** `POST /api/enter`, `POST /api/creation` */
export function enterRoutes(services: Services): Router {
  const { gate, creation } = services;
  const router = Router();
  router.post('/enter', async (request, response) => {
    const asked = readBody(enterRequest, request.body);
    if ('code' in asked) await services.codes.turn(request.ip ?? '');
    const { link, seat } =
      'token' in asked
        ? { link: await linkOfToken(services, asked.token) }
        : isSeatCode(asked.code)
          ? await takeSeatCode(services, request, asked)
          : { link: await linkOfCode(services, asked.code) };
    const held = await gate.admit(request, response, link, seat);
    const view: EnterView = { workshop: link.workshop, role: held.role, group: link.group };
    response.json(view);
  });
  router.post('/creation', async (request, response) => {
    await creation.admit(response, readBody(creationRequest, request.body).token);
    response.status(204).end();
  });
  return router;
}

/** The live link of a token. @throws Refusal */
export async function linkOfToken(
  { signer, gate }: Pick<Services, 'signer' | 'gate'>,
  token: string,
): Promise<Link> {
  const claim = readLinkToken(signer, token.trim());
  if (claim === null)
    throw new Refusal(
      'not-found',
      'This link is not one of this server’s. Check that it was copied whole, or ask the organizers for it again.',
    );
  return gate.liveLink(claim);
}

/** The join link of the workshop that a typed code opens. @throws Refusal */
async function linkOfCode({ store, gate, codes }: Services, typed: string): Promise<Link> {
  const code = readJoinCode(typed);
  const workshop = code === null ? null : await store.workshopByCode(code);
  if (workshop === null) {
    codes.wrong();
    throw new Refusal(
      'code-unknown',
      `No workshop here has the code “${typed.trim().slice(0, 20)}”. Codes have six letters and digits; look at the screen or the tent on your table.`,
    );
  }
  if (await store.isCodeOff(workshop.id))
    throw new Refusal('link-revoked', 'This code was switched off. Ask the organizers for a link.');
  const { id, generation } = findLink(await store.links(workshop.id), 'join');
  return gate.liveLink({ link: id, generation });
}
