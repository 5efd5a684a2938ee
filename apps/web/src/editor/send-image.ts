import type { SentImage, ShelvedImage } from '@reportback/client';
import { isProblem } from '../app/call-server.ts';

/** Where the server shows an image of a workshop. */
export function imageAddress(workshop: string, image: string): string {
  return `/api/workshops/${workshop}/images/${image}`;
}

/** Refusals that pass by themselves: the server is busy, or comes back. */
const passing = new Set(['slow-down', 'unavailable']);

/** A network that has died without saying so must not hold up the others. Milliseconds. */
const givesUpAfter = 90_000;

/** Sends an image to the server; `stored` means that it is on the server's disk. */
export async function sendImage(
  { id, place: { workshop, session, group }, mediaType }: ShelvedImage,
  bytes: Blob,
): Promise<SentImage> {
  try {
    const response = await fetch(
      `/api/workshops/${workshop}/sessions/${session}/groups/${group}/images/${id}`,
      {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { 'content-type': mediaType },
        body: bytes,
        signal: AbortSignal.timeout(givesUpAfter),
      },
    );
    const answer: unknown = await response.json();
    if (response.ok) return { is: 'stored' };
    return isProblem(answer) && !passing.has(answer.code)
      ? { is: 'refused', problem: answer.problem }
      : { is: 'unreachable' };
  } catch {
    // No answer, half of one, or another's page in its place.
    return { is: 'unreachable' };
  }
}
