import {
  type AgendaDay,
  freeLine,
  type PlacedRow,
  parseWorkshopId,
  rowAt,
  sessionLines,
  type WorkshopId,
  withoutRow,
  withRow,
} from '@reportback/domain';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { note } from '../workshops/audit.ts';
import { programmeOf } from '../workshops/programme.ts';
import { demandUnfrozen } from '../workshops/record-standings.ts';
import { clockTime, localDay } from './agenda-schema.ts';
import { changeSchema, demandUnchanged } from './change-schema.ts';
import { lineSchema, readBody } from './read-body.ts';

const mostRows = 300;

const fields = {
  title: lineSchema(300).refine((text) => text !== '', 'A row needs a title'),
  kind: z.enum(['report-back', 'break', 'plenary', 'other'], {
    error: 'It must be “report-back”, “break”, “plenary” or “other”; a session is added as one',
  }),
  date: localDay.nullable(),
  start: clockTime,
  end: clockTime.nullable(),
};
const newRow = z.strictObject(fields);
const rowChange = changeSchema({
  title: fields.title.exactOptional(),
  kind: fields.kind.exactOptional(),
  date: fields.date.exactOptional(),
  start: fields.start.exactOptional(),
  end: fields.end.exactOptional(),
});
// A breakout that is no session any more can be taken out too.
const rowRemoval = z.strictObject({
  was: z.strictObject({ ...fields, kind: z.string() }).exactOptional(),
});

/** `/api/workshops/:workshop/agenda`: the rows of the agenda that are no sessions, each by its line. */
export function agendaRowRoutes(services: Services): Router {
  const { store, gate, live, kept, turns } = services;
  const router = Router();

  router.post('/workshops/:workshop/agenda', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const asked = readBody(newRow, request.body);
    const days = await change(workshop, (now) => {
      if (now.flatMap(({ items }) => items).length >= mostRows)
        throw new Refusal('not-now', `An agenda can have ${mostRows} rows; this one has them.`);
      return withRow(now, { ...asked, line: freeLine(now), reportBack: null });
    });
    await note(services, asker, 'agenda-changed', `“${asked.title}” was added`);
    response.status(201).json(days);
  });

  router.patch('/workshops/:workshop/agenda/:line', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { was, ...asked } = readBody(rowChange, request.body);
    let title = '';
    const days = await change(workshop, async (now) => {
      const row = await rowIn(workshop, now, request.params.line);
      demandUnchanged(row, was);
      title = asked.title ?? row.title;
      return withRow(now, { ...row, ...asked });
    });
    await note(services, asker, 'agenda-changed', `“${title}”`);
    response.json(days);
  });

  router.delete('/workshops/:workshop/agenda/:line', async (request, response) => {
    const workshop = parseWorkshopId(request.params.workshop);
    const asker = await gate.demand(request, workshop, 'organize');
    const { was } = readBody(rowRemoval, request.body);
    let title = '';
    const days = await change(workshop, async (now) => {
      const row = await rowIn(workshop, now, request.params.line);
      demandUnchanged(row, was);
      ({ title } = row);
      return withoutRow(now, row.line);
    });
    await note(services, asker, 'agenda-changed', `“${title}” was removed`);
    response.json(days);
  });

  /** Changes the rows, in its turn. */
  async function change(
    workshop: WorkshopId,
    to: (days: readonly AgendaDay[]) => readonly AgendaDay[] | Promise<readonly AgendaDay[]>,
  ): Promise<readonly AgendaDay[]> {
    const days = await turns.take(workshop, async () => {
      await demandUnfrozen(kept, workshop);
      const programme = await programmeOf(store, workshop);
      const changed = await to(programme.days);
      // The sessions stay as they are, and so need not be written.
      await store.putProgramme(workshop, { days: changed, sessions: [] });
      return changed;
    });
    await live.refresh(workshop);
    return days;
  }

  /** @throws Refusal for a row that is gone, and for one of a session */
  async function rowIn(
    workshop: WorkshopId,
    days: readonly AgendaDay[],
    line: string,
  ): Promise<PlacedRow> {
    const row = rowAt(days, Number(line));
    if (row === null)
      throw new Refusal(
        'not-found',
        'This row is not in the agenda any more: somebody else removed it. Reload the page.',
      );
    const lines = sessionLines(days, await store.sessions(workshop));
    if ([...lines.values()].includes(row.line))
      throw new Refusal('bad-input', `“${row.title}” is a session: change it there.`);
    return row;
  }
  return router;
}
