import { fairShare, usualFairClock } from '@reportback/domain';

const minute = 60_000;
const second = 1000;

/** Below this a table can say its headline and hardly a point. */
const tight = 90 * second;

/**
 * How long each table can speak in a report-back.
 * @param minutes that the agenda gives the report-back
 */
export function speakingTime(
  minutes: number,
  tables: number,
): { readonly figures: string; readonly inWords: string; readonly isTight: boolean } | null {
  const share = fairShare(minutes * minute, tables, usualFairClock);
  if (share === null) return null;
  // To five seconds, downwards: nobody plans to the second, and nobody should be promised too much.
  const seconds = Math.floor(share / second / 5) * 5;
  return {
    figures: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    inWords: seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`,
    isTight: share < tight,
  };
}
