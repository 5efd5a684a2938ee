const first = 250;
const longest = 10_000;

/**
 * Milliseconds to wait before the next attempt to connect: doubling from a quarter of a second up to
 * ten seconds, and anywhere between half of that and all of it, so that hundreds of devices that lost the
 * same server do not come back in the same moment.
 * @param attempts failed so far, from 0
 * @param chance from 0 up to 1
 */
export function reconnectDelay(attempts: number, chance: number): number {
  const full = Math.min(longest, first * 2 ** Math.min(attempts, 10));
  return Math.round(full * (0.5 + 0.5 * chance));
}
