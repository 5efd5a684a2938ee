import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Writer } from './writer.ts';

/**
 * Documents of a workshop or session that goes: no name leads to them any more, and each stays whole until it is removed, so
 * that a backup that is made meanwhile is sound. To be run, with the id of what goes, in the transaction that deletes it.
 */
const detachDocuments = "UPDATE document SET session = NULL, name = 'deleted-' || id";
export const detachDocumentsOfSession = `${detachDocuments} WHERE session = ?`;
export const detachDocumentsOfWorkshop = `${detachDocuments}
  WHERE session IN (SELECT id FROM session WHERE workshop = ?)`;

/** Removes documents that were detached, and files that no image shows any more, one by one. */
export async function removeLeftovers(database: Database, writer: Writer): Promise<void> {
  const ids = (sql: string) => database.prepare<[], number>(sql).pluck().all();
  const removeEach = async (found: readonly number[], sql: string) => {
    const removal = database.prepare<[number]>(sql);
    for (const id of found) {
      // People are typing in other workshops: between two of them it is their turn.
      await setImmediate();
      await writer.write(() => removal.run(id));
    }
  };
  await removeEach(
    ids("SELECT id FROM document WHERE session IS NULL AND name = 'deleted-' || id"),
    'DELETE FROM document WHERE id = ?',
  );
  // Somebody may show the very same picture again meanwhile.
  await removeEach(
    ids('SELECT number FROM image_file WHERE number NOT IN (SELECT file FROM image)'),
    'DELETE FROM image_file WHERE number = ? AND number NOT IN (SELECT file FROM image)',
  );
}
