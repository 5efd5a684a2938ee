import { parseGroupId, parseSessionId } from '@reportback/domain';
import { doorTo } from './table-door.ts';

/** The page that wants the document is there by then, or will not come. Milliseconds. */
const pageComes = 15_000;

/**
 * Begins to open a table's document while the editor that will show it is still being fetched.
 * @throws NotAnId for an address that is none of ours; the page says so itself
 */
export function beginTable(session: string, group: string): void {
  const stop = doorTo(parseSessionId(session), parseGroupId(group)).subscribe(() => undefined);
  setTimeout(stop, pageComes);
}
