import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** How long a file waits for whoever asked for it: meanwhile it lies on the server's disk, in the way of others. */
export interface Patience {
  /** Who takes nothing of it for so long, in milliseconds, does not get the rest. */
  readonly pause: number;
  /** Nor does who takes less than this on the whole, in bytes a second; a pause is added. */
  readonly slowest: number;
}

/** 128 kilobits a second pass through the poorest network that a record is fetched over. */
const usualPatience: Patience = { pause: 60_000, slowest: 16_000 };

/** What a timer can count to, in milliseconds: 24 days. */
const longestTimer = 2 ** 31 - 1;

/**
 * Sends a file as the body of an answer whose head was set.
 * @throws when it was ended before all of it was taken: by who asked, or because they took it too slowly
 */
export async function sendFile(
  { path, size }: { readonly path: string; readonly size: number },
  response: ServerResponse,
  { pause, slowest }: Patience = usualPatience,
): Promise<void> {
  const end = () => response.destroy();
  response.setTimeout(pause, end);
  const late = setTimeout(end, Math.min(pause + (1000 * size) / slowest, longestTimer));
  try {
    await pipeline(createReadStream(path), response);
  } finally {
    clearTimeout(late);
  }
}
