import type { VersionEntry, VersionReason } from '@reportback/domain';
import { dayInWords, localTime } from '../../app/local-time.ts';
import { phaseNames } from '../../design/phase-bar.tsx';

/** Why a version was kept, in a few words. */
export function reasonWords(why: VersionReason): string {
  switch (why.is) {
    case 'phase':
      if (why.to === 'frozen') return 'When the session was frozen';
      if (why.from === 'frozen') return 'When the session was reopened';
      return `When ${phaseNames[why.to]} began`;
    case 'interval':
      return 'While people were writing';
    case 'before-removal':
      return 'Before much was removed';
    case 'before-restore':
      return 'Before an earlier version was brought back';
  }
}

/** Who wrote since the version before; nothing where nobody is named, or nobody wrote. */
export function authorWords({ by }: VersionEntry): string {
  const names = [...new Set(by ?? [])];
  const last = names.pop();
  if (last === undefined) return '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** Versions by the local day on which they were kept, in their order. */
export function byDay(
  versions: readonly VersionEntry[],
  timeZone: string,
): readonly { readonly day: string; readonly versions: readonly VersionEntry[] }[] {
  const days = Map.groupBy(versions, ({ at }) => localTime(at, timeZone).date);
  return [...days].map(([date, ofDay]) => ({ day: dayInWords(date), versions: ofDay }));
}
