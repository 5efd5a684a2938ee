import {
  type AskedCommand,
  type ClockCommand,
  parseActionId,
  parseFindingId,
  parseGroupId,
  parsePointId,
} from '@reportback/domain';
import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from '../routes/read-body.ts';

const group = idSchema(parseGroupId);
const point = idSchema(parsePointId);
const finding = idSchema(parseFindingId);
/** More than sixty tables write. */
const points = z.array(point).max(1000, 'It may have 1000 points at most');
const name = lineSchema(120);
const is = <Name extends string>(word: Name) => z.literal(word);
const count = (least: number, most: number) => {
  const sentence = `It must be a whole number from ${least} to ${most}`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};
const milliseconds = count(0, 3_600_000);
const day = z
  .string('It must be a day, such as “2025-10-01”, or empty')
  .regex(/^(?:\d{4}-\d{2}-\d{2})?$/, 'It must be a day, such as “2025-10-01”, or empty');

/** What may be asked of the plenary. */
export const askedCommand: z.ZodType<AskedCommand> = z.discriminatedUnion(
  'is',
  [
    z.strictObject({
      is: is('set-mode'),
      mode: z.enum(['speeches', 'gallery'], { error: 'It must be “speeches” or “gallery”' }),
    }),
    z.strictObject({ is: is('set-order'), order: z.array(group).max(60) }),
    z.strictObject({
      is: is('set-fair-clock'),
      clock: z.strictObject({ changeover: milliseconds, reserve: milliseconds }),
    }),
    z.strictObject({ is: is('present'), group }),
    z.strictObject({ is: is('present-again'), group }),
    z.strictObject({ is: is('show-points'), shown: count(0, 1000), group: group.optional() }),
    z.strictObject({ is: is('end-presentation') }),
    z.strictObject({ is: is('set-heard'), group, heard: z.boolean() }),
    z.strictObject({ is: is('join-point'), point, same: point }),
    z.strictObject({ is: is('part-point'), point }),
    z.strictObject({ is: is('make-finding'), finding, name, points }),
    z.strictObject({ is: is('name-finding'), finding, name }),
    z.strictObject({ is: is('state-finding'), finding, statement: textSchema(2000) }),
    z.strictObject({
      is: is('sort-point'),
      point,
      finding: finding.nullable(),
      before: point.nullable(),
    }),
    z.strictObject({ is: is('place-finding'), finding, before: finding.nullable() }),
    z.strictObject({
      is: is('order-findings'),
      order: z.array(finding).max(1000, 'It may have 1000 findings at most'),
    }),
    z.strictObject({ is: is('merge-findings'), from: finding, into: finding }),
    z.strictObject({ is: is('split-finding'), finding, points, made: finding, name }),
    z.strictObject({ is: is('remove-finding'), finding }),
    z.strictObject({ is: is('open-vote'), perSeat: count(1, 20), live: z.boolean() }),
    z.strictObject({ is: is('close-vote') }),
    z.strictObject({
      is: is('put-action'),
      action: z.strictObject({
        id: idSchema(parseActionId),
        text: textSchema(500),
        owner: lineSchema(120),
        due: day,
      }),
    }),
    z.strictObject({ is: is('remove-action'), action: idSchema(parseActionId) }),
  ],
  { error: 'It must be one of the plenary’s commands' },
);

/** What may be asked of a session's clock. */
export const clockCommand: z.ZodType<ClockCommand> = z.discriminatedUnion(
  'is',
  [
    z.strictObject({ is: is('follow') }),
    z.strictObject({ is: is('stop-following') }),
    z.strictObject({ is: is('hold') }),
    z.strictObject({ is: is('release') }),
    z.strictObject({
      is: is('add'),
      minutes: z.literal([1, 5], { error: 'It must be 1 or 5' }),
    }),
    z.strictObject({
      is: is('take-back'),
      minutes: z.literal([1, 5], { error: 'It must be 1 or 5' }),
    }),
  ],
  { error: 'It must be “follow”, “stop-following”, “hold”, “release”, “add” or “take-back”' },
);
