import { z } from 'zod';

/*
 * The shape of a sample day, as far as a workshop is made of it. `citeAs` is the name to print, or a
 * wish not to be named; times are local, with their offset; a point's `sourceLine` counts from 1.
 */

const person = z.object({
  id: z.string(),
  name: z.string(),
  affiliation: z.string(),
  country: z.string(),
  citeAs: z.string(),
});

const card = z.object({
  headline: z.string(),
  points: z.array(z.object({ id: z.string(), text: z.string(), sourceLine: z.int() })),
  ask: z.string(),
  dissent: z.string(),
});

const remark = z.object({ table: z.string(), text: z.string() });

const plenary = z.object({
  reactions: z.array(
    z.object({
      point: z.string(),
      usToo: z.int(),
      questions: z.array(remark),
      objections: z.array(remark),
    }),
  ),
  findings: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      statement: z.string(),
      points: z.array(z.string()),
      votes: z.int(),
    }),
  ),
  note: z.string(),
  actions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      owner: z.string().nullable(),
      due: z.string().nullable(),
    }),
  ),
});

const session = z.object({
  plenary: plenary,
  title: z.string(),
  start: z.iso.datetime({ offset: true }),
  reportBack: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  prompt: z.string(),
  tables: z.array(
    z.object({
      table: z.string(),
      roles: z.object({ scribe: z.string().nullable(), reporter: z.string().nullable() }),
      note: z.string(),
      card: card,
    }),
  ),
});

export const workshopDay = z.object({
  schema: z.literal('workshop-day/1'),
  disclaimer: z.string(),
  event: z.object({
    title: z.string(),
    date: z.string(),
    place: z.string(),
    timezone: z.string(),
  }),
  tables: z.array(
    z.object({ id: z.string(), number: z.int(), name: z.string(), people: z.array(person) }),
  ),
  sessions: z.array(session),
});

export type WorkshopDay = z.infer<typeof workshopDay>;

/** What a person writes who does not want to be named. */
export const unnamed = 'do not name me';
