import type { Connection } from './connection.ts';
import type { Clock } from './ports/clock.ts';

/** Connections are ended in steps of this many milliseconds. */
const step = 50;

/**
 * Ends connections for a restart, spread evenly over `duration` milliseconds so that their clients do
 * not all come back at once. `settle` resolves when all they sent is durable and acknowledged.
 */
export async function endInSteps(
  connections: readonly Connection[],
  duration: number,
  clock: Clock,
  settle: () => Promise<void>,
): Promise<void> {
  const steps = Math.max(1, Math.floor(duration / step));
  const each = Math.max(1, Math.ceil(connections.length / steps));
  for (let next = 0; next < connections.length; next += each) {
    if (next > 0)
      await new Promise<void>((resolve) => {
        clock.after(step, resolve);
      });
    await settle();
    for (const connection of connections.slice(next, next + each)) connection.end('restart');
  }
}
