import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/**
 * What a row of the settings can be changed to: only the fields that differ, and in `was` what the sender saw there, so
 * that nobody overwrites what somebody else wrote meanwhile without having seen it.
 * @param fields each of them optional
 */
export function changeSchema<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.strictObject({ ...fields, was: z.strictObject(fields).exactOptional() });
}

/**
 * @param now the row as it stands
 * @param was what the sender saw of it
 * @throws Refusal `changed-meanwhile` that names what differs
 */
export function demandUnchanged(now: object, was: object | undefined): void {
  const current = new Map<string, unknown>(Object.entries(now));
  const differing = Object.entries(was ?? {})
    .filter(([field, value]) => !isDeepStrictEqual(current.get(field), value))
    .map(([field]) => `“${field}”`);
  if (differing.length > 0)
    throw new Refusal(
      'changed-meanwhile',
      `Somebody else changed ${differing.join(', ')} meanwhile. Nothing was saved; look at what it is now.`,
    );
}
