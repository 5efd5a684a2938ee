import type { Spotlight } from '@reportback/domain';

/** How long a group has been on the screen, and how much of its time is left; milliseconds. */
export type SpeakingClock =
  | { readonly is: 'share'; readonly left: number; readonly share: number }
  /** Nobody knows when the report-back ends, or no time is left to share: only what has passed is told. */
  | { readonly is: 'open'; readonly passed: number };

/** A share shorter than this is none that anybody could speak in, milliseconds. */
const leastShare = 10_000;

/** @param now milliseconds since 1970, the server's */
export function speakingClock({ since, share }: Spotlight, now: number): SpeakingClock {
  const passed = Math.max(0, now - since);
  return share === null || share < leastShare
    ? { is: 'open', passed }
    : { is: 'share', left: share - passed, share };
}
