import {
  type ImagePlace,
  parseGroupId,
  parseImageId,
  parseSessionId,
  parseWorkshopId,
} from '@reportback/domain';
import express, { type Request, type Response, Router } from 'express';
import { megabytes } from '../images/image-limits.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tableAccess } from './table-access.ts';

/** Images of notes: `PUT …/sessions/:session/groups/:group/images/:image` and `GET …/images/:image` below a workshop. */
export function imageRoutes(services: Services): Router {
  const { images, imageIntake } = services;
  const { bytes: most } = imageIntake.limits;
  // Whatever it is called: what it is, its bytes tell.
  const read = express.raw({ type: () => true, limit: most });
  const router = Router();

  router.put(
    '/workshops/:workshop/sessions/:session/groups/:group/images/:image',
    async (request, response) => {
      const id = parseImageId(request.params.image);
      const place = {
        workshop: parseWorkshopId(request.params.workshop),
        session: parseSessionId(request.params.session),
        group: parseGroupId(request.params.group),
      };
      await demandWriting(services, request, place);
      const { mediaType, width, height } = await imageIntake.receive(place.workshop, async () => {
        const file = await imageIntake.sound(await bodyOf(request, response, read, most));
        // Sending takes a while, in which the table may have been closed.
        await demandWriting(services, request, place);
        await imageIntake.store(id, place, file);
        return file;
      });
      response.json({ mediaType, width, height });
    },
  );

  router.get('/workshops/:workshop/images/:image', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const id = parseImageId(request.params.image);
    // First who asks: whether there is such an image is nobody else's business.
    await services.gate.demand(request, workshop);
    const place = await images.place(workshop, id);
    if (place === null) throw noSuchImage();
    if ((await tableAccess(services, request, place)).access.is === 'none') throw noSuchImage();
    const file = await images.file(workshop, id);
    if (file === null) throw noSuchImage();
    response
      .set('content-type', file.mediaType)
      // An id is given once and its image never changes.
      .set('cache-control', 'private, max-age=31536000, immutable')
      .end(file.bytes);
  });
  return router;
}

/** @throws Refusal for those who may not write the table's note */
async function demandWriting(
  services: Services,
  request: Request<Record<string, string>>,
  place: ImagePlace,
): Promise<void> {
  const { access } = await tableAccess(services, request, place);
  if (access.is === 'write') return;
  if (access.because === 'frozen')
    throw new Refusal(
      'not-now',
      'This session is frozen, so no image can be added. Ask the organizers to reopen it.',
    );
  throw new Refusal('no-access', whyNot[access.because]);
}

const whyNot = {
  'left-out': 'This table does not sit in this session, so nothing is added to its note.',
  viewer: 'With your link you can read this table’s note, not add images to it.',
  'other-table': 'You sit at another table: only the people of a table add images to its note.',
  'no-seat': 'Say your name first; then you can add images.',
  screen: 'The screen shows the board; it adds no images.',
} as const;

function noSuchImage(): Refusal {
  return new Refusal('not-found', 'There is no such image here, or not yet.');
}

async function bodyOf(
  request: Request<Record<string, string>>,
  response: Response,
  read: express.RequestHandler,
  most: number,
): Promise<Buffer> {
  await new Promise<void>((done, failed) => {
    // Express hands a middleware its next step; here that is what follows.
    void read(request as Request, response, (error?: unknown) => {
      if (error === undefined) done();
      else failed(tooLarge(error, most));
    });
  });
  const body: unknown = request.body;
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Refusal('bad-input', 'This call brought no image. Send its bytes as they are.');
}

/** A body that is too large, with what is allowed; anything else as it is. */
function tooLarge(error: unknown, most: number): unknown {
  return error instanceof Error && 'status' in error && error.status === 413
    ? new Refusal('too-large', `This image is larger than ${megabytes(most)}. Scale it down.`)
    : error;
}
