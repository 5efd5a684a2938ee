import { createHash } from 'node:crypto';
import type { WorkshopRecord } from '../record.ts';
import { restricted, type Scope, wholeEvent } from '../scope.ts';
import { canonicalJson } from './canonical-json.ts';
import { recordSchemaName } from './record-schema.ts';

/**
 * The record as canonical JSON of the published schema, with its hash. Nothing in it depends on when or where
 * it was exported: equal records give equal bytes.
 * @throws NotInRecord when the scope names something the record does not hold or must not tell apart
 */
export function toJson(record: WorkshopRecord, scope: Scope = wholeEvent): string {
  const told = restricted(record, scope);
  return canonicalJson({ ...told, schema: recordSchemaName, hash: recordHash(told) });
}

/** What a frozen record is known by: SHA-256 of its canonical JSON without the hash, as `sha256:<hex>`. */
export function recordHash(record: WorkshopRecord): string {
  const text = canonicalJson({ ...record, schema: recordSchemaName });
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
