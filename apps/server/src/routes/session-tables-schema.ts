import { parseGroupId } from '@reportback/domain';
import { z } from 'zod';
import { mostTables } from '../workshops/new-workshop.ts';
import { idSchema, lineSchema } from './read-body.ts';

const table = idSchema(parseGroupId);

/** How a session's tables differ from the workshop's. */
export const otherTablesSchema = z.strictObject({
  out: z.array(table).max(mostTables, `It may name ${mostTables} tables`),
  names: z.record(
    table,
    lineSchema(60).refine((text) => text !== '', 'A name must not be empty'),
  ),
});

/** The same; null for not at all. */
export const sessionTablesSchema = otherTablesSchema.nullable();
