import {
  attributions,
  type GroupId,
  parseGroupId,
  parseSessionId,
  parseWorkshopId,
  permits,
  type RecordCheck,
  type SessionId,
} from '@reportback/domain';
import { completeness, exportFormats, formatFacts, namesInText } from '@reportback/record';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { ExportsBusy } from '../workshops/record-export.ts';
import { sendFile } from './send-file.ts';

const oneId = z.string('An address names one session and one table at most').exactOptional();
const scopeQuery = z.object({ session: oneId, group: oneId });

/** `GET /api/workshops/:workshop/record.<ending>` and `…/record-check` */
export function recordRoutes(services: Services): Router {
  const { gate, records, recordExports, kept, log } = services;
  const router = Router();

  router.get('/workshops/:workshop/record.:ending', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'read-record');
    const { ending } = request.params;
    const format = exportFormats.find((each) => formatFacts[each].ending === ending);
    if (format === undefined) throw noSuchFormat(ending);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const wanted = { format, scope: scopeOf(request) };
    try {
      await using file = await recordExports.file(workshop, wanted, asker.link.id, gone.signal);
      for (const problem of file.problems) log.error({ workshop }, problem);
      await note(services, asker, 'exported', file.name);
      response.attachment(file.name).set('content-type', file.mediaType);
      response.set('content-length', String(file.size));
      await sendFile(file, response);
    } catch (error) {
      if (error instanceof ExportsBusy) response.set('retry-after', String(error.retryAfter));
      if (!gone.signal.aborted) throw error;
    }
  });

  router.get('/workshops/:workshop/record-check', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const { link } = await gate.demand(request, workshop, 'read-record');
    const stored = await records.read(workshop);
    // Completeness tells no name, and tables are asked for what they still lack by their numbers.
    const check: RecordCheck = {
      cards: completeness(stored.under('by-table')).cards,
      names: permits[link.role].organize
        ? attributions.map((attribution) => ({
            attribution,
            found: namesInText(
              stored.under(attribution),
              stored.seats,
              stored.groups,
              stored.sessions,
            ).map(({ name, where }) => ({ name, ...where })),
          }))
        : null,
      editions: permits[link.role].organize ? await kept.editions(workshop) : null,
      problems: stored.problems,
    };
    response.json(check);
  });
  return router;
}

function scopeOf(request: Request): {
  readonly session: SessionId | null;
  readonly group: GroupId | null;
} {
  const read = scopeQuery.safeParse(request.query);
  if (!read.success)
    throw new Refusal('bad-input', 'An address names one session and one table at most.');
  const { session, group } = read.data;
  return {
    session: session === undefined ? null : parseSessionId(session),
    group: group === undefined ? null : parseGroupId(group),
  };
}

function noSuchFormat(ending: string): Refusal {
  const endings = exportFormats.map((each) => `record.${formatFacts[each].ending}`);
  return new Refusal(
    'not-found',
    `There is no “record.${ending.slice(0, 40)}”. There are ${endings.join(', ')}.`,
  );
}
