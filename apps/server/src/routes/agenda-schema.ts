import { z } from 'zod';
import { lineSchema } from './read-body.ts';

/** The most days that an agenda can have. */
export const mostDays = 60;
const mostRows = 300;

export const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'It must be a time such as 14:30');
export const localDay = z.iso.date('It must be a day such as 2025-09-15');

/** A day of an agenda as people corrected it. */
export const agendaDaySchema = z.strictObject({
  date: localDay.exactOptional(),
  items: z
    .array(
      z.strictObject({
        line: z.int('It must be a whole number'),
        start: clockTime,
        end: clockTime.nullable(),
        title: lineSchema(300).refine((text) => text !== '', 'A row needs a title'),
        kind: z.enum(['breakout', 'report-back', 'break', 'plenary', 'other'], {
          error: 'It must be “breakout”, “report-back”, “break”, “plenary” or “other”',
        }),
        reportBack: clockTime.nullable(),
      }),
    )
    .max(mostRows, `A day may have ${mostRows} rows`),
});
