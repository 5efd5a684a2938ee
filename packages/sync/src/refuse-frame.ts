import type { Inbound, Step } from './connection.ts';
import { encodeFrame } from './frame.ts';
import { type RefusalReason, refusals } from './refusal.ts';

/** How long the server waits before it asks a refused connection by itself, in milliseconds. */
const firstPatience = 1_000;

/**
 * Refuses a document frame: tells a client that counts its frames, closes one that does not where the
 * same content would be refused again. Nothing that builds on it is taken until a sync step 2.
 */
export function refuseFrame(
  { connection, entry }: Inbound,
  reason: RefusalReason,
  now: number,
): void {
  connection.step = stepAfter(connection.step, reason, now);
  if (entry) {
    entry.refused = true;
    connection.queue(encodeFrame({ is: 'refused', frame: entry.number, reason }));
    return;
  }
  const refusal = refusals[reason];
  if ('closes' in refusal) connection.end(refusal.closes);
}

function stepAfter(before: Step, reason: RefusalReason, now: number): Step {
  if (before.is === 'in-step')
    return {
      is: 'out-of-step',
      because: reason,
      asksAt: now + firstPatience,
      patience: firstPatience,
    };
  // What follows from a refusal is healed like its cause.
  return reason === 'out-of-step' ? before : { ...before, because: reason };
}
