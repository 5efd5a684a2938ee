import { type AutomaticCause, automaticCauses } from './automatic-cause.ts';
import type { VersionEntry, VersionMerge, WallTime } from './ports/update-log.ts';
import type { HistoryRule } from './sync-options.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * Which versions of a document are kept no longer, and into which newer one each of them goes. Of those kept
 * by the clock all stay for some hours, then the last of each hour, then the last of each day (UTC). Where
 * there are too many all the same, automatic ones go first that lie closest before another, so that a burst
 * thins itself and not what is older. Others, as those at a change of phase, and the newest always stay.
 * @param versions newest first
 */
export function thinVersions(
  versions: readonly VersionEntry[],
  now: WallTime,
  { allFor, hourlyFor, mostVersions }: HistoryRule,
): readonly VersionMerge[] {
  const span = ({ at }: VersionEntry): string => {
    const age = now - at;
    if (age <= allFor) return `moment ${at}`;
    return age <= hourlyFor ? `hour ${Math.floor(at / hour)}` : `day ${Math.floor(at / day)}`;
  };
  const taken = new Set<string>();
  const kept = versions.filter((version, place) => {
    const own = span(version);
    const isLast = !taken.has(own);
    if (version.cause !== 'interval') return true;
    taken.add(own);
    return isLast || place === 0;
  });
  while (kept.length > mostVersions) {
    const densest = closestToNext(kept);
    if (densest === undefined) break;
    kept.splice(densest, 1);
  }
  return merges(versions, new Set(kept));
}

/** The place of the version that lies closest before the next newer one, of those that may go. */
function closestToNext(newestFirst: readonly VersionEntry[]): number | undefined {
  let found: number | undefined;
  let closest = Infinity;
  for (const [place, { at, cause }] of newestFirst.entries()) {
    const next = newestFirst[place - 1];
    if (!next || !isAutomatic(cause) || next.at - at >= closest) continue;
    closest = next.at - at;
    found = place;
  }
  return found;
}

function isAutomatic(cause: string): cause is AutomaticCause {
  return automaticCauses.some((automatic) => automatic === cause);
}

/** Who wrote since the version before: with that one gone, since the one before it. */
function merges(
  newestFirst: readonly VersionEntry[],
  kept: ReadonlySet<VersionEntry>,
): readonly VersionMerge[] {
  const found: { into: VersionEntry; gone: VersionEntry[] }[] = [];
  for (const version of newestFirst) {
    if (kept.has(version)) found.push({ into: version, gone: [] });
    else found.at(-1)?.gone.push(version);
  }
  return found
    .filter(({ gone }) => gone.length > 0)
    .map(({ into, gone }) => ({
      into: into.id,
      removed: gone.map(({ id }) => id),
      authors: [...new Set([...gone.toReversed(), into].flatMap(({ authors }) => authors))],
    }));
}
