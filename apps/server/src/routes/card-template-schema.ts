import { longestLabel, mostPointsAsked } from '@reportback/domain';
import { z } from 'zod';
import { lineSchema } from './read-body.ts';

const points = `It must be a whole number from 0 to ${mostPointsAsked}`;
const label = lineSchema(longestLabel);

/** What a session asks of its report cards. */
export const cardTemplateSchema = z.strictObject({
  headline: label.refine(
    (text) => text !== '',
    'It must not be empty: it is what the screen shows of a card',
  ),
  points: label,
  pointsAsked: z.int(points).min(0, points).max(mostPointsAsked, points),
  ask: label,
  dissent: label,
});
