import type { WorkshopRecord } from '../record.ts';
import { recordHash } from './json.ts';
import { recordFileSchema, recordSchemaName } from './record-schema.ts';

/** What a file turned out to be. */
export type ReadRecord =
  /** `intact`: its content has the hash that it carries; otherwise it was changed after it was exported. */
  | { readonly is: 'record'; readonly record: WorkshopRecord; readonly intact: boolean }
  /** A sentence that can be shown: what was found, and what to do. */
  | { readonly is: 'problem'; readonly problem: string };

/** Deeper than any note is written; a forged file must not overflow the stack. */
const deepest = 128;

/** Reads an exported record. Nothing of the text is trusted. */
export function readRecord(text: string): ReadRecord {
  const value = parsed(text.replace(/^\ufeff/, ''));
  if (value === undefined)
    return problem('This file is not JSON. Choose a record that was exported as JSON.');
  if (typeof value !== 'object' || value === null || !('schema' in value))
    return problem('This JSON is not a record of a workshop. Choose one that was exported here.');
  if (value.schema !== recordSchemaName)
    return problem(
      `This record has the format “${String(value.schema).slice(0, 60)}”; this version reads “${recordSchemaName}”.`,
    );
  if (isDeeperThan(value, deepest))
    return problem(`This record is nested more than ${deepest} levels deep and was not read.`);
  const read = recordFileSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue === undefined ? '' : ` at ${issue.path.join('.') || 'the top'}`;
    return problem(`This record is damaged${where}: ${issue?.message ?? 'unknown'}.`);
  }
  const { schema: _, hash, ...record } = read.data;
  const twice = idUsedTwice(record);
  if (twice !== null)
    return problem(`This record is damaged: the id “${twice}” stands for two different things.`);
  return { is: 'record', record, intact: recordHash(record) === hash };
}

function problem(sentence: string): ReadRecord {
  return { is: 'problem', problem: sentence };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sessions, groups, people, points and findings are told apart by their ids, each within its kind. */
function idUsedTwice(record: WorkshopRecord): string | null {
  const { sessions, groups, people } = record;
  const kinds: readonly (readonly { readonly id: string }[])[] = [
    sessions,
    groups,
    people,
    sessions.flatMap((session) => session.groups.flatMap((work) => work.card.points)),
    sessions.flatMap((session) => session.plenary.findings),
  ];
  for (const kind of kinds) {
    const seen = new Set<string>();
    for (const { id } of kind) {
      if (seen.has(id)) return id;
      seen.add(id);
    }
  }
  return null;
}

function isDeeperThan(value: object, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
