import type { HashOfState } from '@reportback/storage-sqlite';
import { buildDoc, contentHash } from '@reportback/sync';

/** What a stored document's content is compared by. Throws for bytes that no document can be built of. */
export const hashOfState: HashOfState = (state) => {
  const doc = buildDoc([state]);
  try {
    return contentHash(doc);
  } finally {
    doc.destroy();
  }
};
