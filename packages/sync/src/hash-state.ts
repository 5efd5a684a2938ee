import { contentHash } from './content-hash.ts';
import { buildDoc } from './quiet-doc.ts';

/**
 * Builds a document from a state and hashes its content; undefined when none can be built from it.
 * Takes about 100 ms per megabyte, and nothing of it needs to be done on the event loop: a server
 * may have it done by a worker, to which it gives this function.
 */
export type HashState = (state: Uint8Array) => Promise<string | undefined>;

export const hashState: HashState = async (state) => {
  try {
    return contentHash(buildDoc([state]));
  } catch {
    return undefined;
  }
};
