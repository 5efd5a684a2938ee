import { describe, expect, it } from 'vitest';
import type { VersionEntry } from './ports/update-log.ts';
import { defaultHistory } from './sync-options.ts';
import { thinVersions } from './thin-versions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Midnight, UTC. */
const now = 20_000 * day;
/** The age of what was kept nine days ago at noon. */
const noon = 9.5 * day;

/** Versions by how long ago they were kept and why; the newest first. */
function versions(...kept: readonly (readonly [age: number, cause?: string])[]): VersionEntry[] {
  return kept.map(([age, cause = 'interval'], place) => ({
    id: kept.length - place,
    at: now - age,
    cause,
    authors: [`author ${kept.length - place}`],
    through: kept.length - place,
    contentHash: '',
  }));
}

const every = (count: number, distance: number, cause = 'interval') =>
  Array.from({ length: count }, (_, n) => [n * distance, cause] as const);

/** What stays of them, newest first. */
function kept(list: readonly VersionEntry[], rule = defaultHistory, at = now): VersionEntry[] {
  const removed = new Set(thinVersions(list, at, rule).flatMap((merge) => merge.removed));
  return list.filter(({ id }) => !removed.has(id));
}

describe('of the versions kept by the clock', () => {
  it('all of the last hours stay, then the last of each hour, then of each day', () => {
    const list = versions(...every(5 * 24 * 6, 10 * minute));
    const ages = kept(list).map(({ at }) => (now - at) / minute);
    const recent = ages.filter((age) => age <= 240);
    const hourly = ages.filter((age) => age > 240 && age <= 2 * 24 * 60);
    expect(recent).toEqual(Array.from({ length: 25 }, (_, n) => n * 10));
    expect(hourly).toEqual(Array.from({ length: 44 }, (_, n) => 250 + n * 60));
    expect(ages.slice(recent.length + hourly.length)).toEqual([2890, 4330, 5770]);
  });

  it('the last of an hour is the same one each time it is asked, so that thinning again takes nothing', () => {
    const once = kept(versions(...every(400, 10 * minute)));
    expect(kept(once)).toEqual(once);
  });

  it('the only one stays, however old, and so does one from a clock that went ahead', () => {
    expect(kept(versions([900 * day])).length).toBe(1);
    expect(kept(versions([-3 * hour], [-2 * hour], [0])).length).toBe(3);
  });
});

describe('versions that somebody caused', () => {
  it('stay, and do not stand for those kept by the clock', () => {
    const list = versions(
      [noon, 'before-removal'],
      [noon + 1, 'phase working report-back'],
      [noon + 2, 'before-restore'],
      [noon + 3],
      [noon + 4],
    );
    expect(kept(list).map(({ id }) => id)).toEqual([5, 4, 3, 2]);
  });

  it('are bounded all the same: a burst of them thins itself, not what is older', () => {
    const rule = { ...defaultHistory, mostVersions: 10 };
    const burst = versions(
      ...every(20, 1_000, 'before-removal'),
      ...every(4, hour, 'before-removal').map(([age, cause]) => [age + hour, cause] as const),
      [noon, 'phase working report-back'],
      [noon, 'phase report-back working'],
    );
    const left = kept(burst, rule);
    expect(left.length).toBe(10);
    expect(left[0]).toBe(burst[0]);
    expect(left.slice(-6)).toEqual(burst.slice(-6));
  });

  it('those of changes of phase stay even where they alone are too many', () => {
    const list = versions(...every(9, minute, 'phase working report-back'));
    expect(kept(list, { ...defaultHistory, mostVersions: 3 })).toEqual(list);
  });
});

it('a version into which others went names who wrote them, each once', () => {
  const list = versions([noon], [noon + minute], [noon + 2 * minute], [20 * day]);
  const [first, second, third, old] = list;
  if (!first || !second || !third || !old) throw new Error('Four are fewer.');
  const written = [
    first,
    { ...second, authors: ['bob'] },
    { ...third, authors: ['ada', 'bob'] },
    old,
  ];
  expect(thinVersions(written, now, defaultHistory)).toEqual([
    { into: 4, removed: [3, 2], authors: ['ada', 'bob', 'author 4'] },
  ]);
});
