import { type FairClockSettings, usualFairClock } from '../fair-clock.ts';
import type { ActionId, FindingId, GroupId, PointId } from '../ids.ts';

/**
 * What the whole room makes of one session's report cards. It belongs to the server: facilitators change it by
 * commands (`plenary-command.ts`), and every page is told the outcome.
 */
export interface Plenary {
  readonly presentation: Presentation;
  /** Points that say the same as another, each with the point it was joined to. No chains: the other stands alone. */
  readonly sameAs: readonly JoinedPoint[];
  /** In the order of the room. */
  readonly findings: readonly Finding[];
  readonly vote: Vote;
  readonly actions: readonly ActionItem[];
  /** The findings of earlier sessions that points of this one take up. */
  readonly citations: readonly Citation[];
}

export interface Presentation {
  /** Speeches one after the other, or people walking through the cards on their phones. */
  readonly mode: 'speeches' | 'gallery';
  /** The order set by hand, by lot or by readiness; tables that are not in it follow by number. */
  readonly order: readonly GroupId[];
  /** The group on the screen, if any. */
  readonly spotlight: Spotlight | null;
  /** The groups that have reported. */
  readonly heard: readonly GroupId[];
  readonly clock: FairClockSettings;
}

export interface Spotlight {
  readonly group: GroupId;
  /** Since when it is on the screen, milliseconds since 1970. */
  readonly since: number;
  /** How many of its points are shown so far. */
  readonly shown: number;
  /** The time it was given, milliseconds; null when no end was known. */
  readonly share: number | null;
  /** Set once the group says that it has said everything. */
  readonly done?: true;
}

/** A point, and the one it says the same as. */
export interface JoinedPoint {
  readonly point: PointId;
  readonly same: PointId;
}

/** What the plenary makes of several points. A point is in one finding at most. */
export interface Finding {
  readonly id: FindingId;
  readonly name: string;
  /** A sentence for the report; empty until somebody wrote it. */
  readonly statement: string;
  readonly points: readonly PointId[];
}

export type Vote =
  | { readonly is: 'not-yet' }
  /** `live`: the counts are shown while people vote. */
  | { readonly is: 'open'; readonly perSeat: number; readonly live: boolean }
  | { readonly is: 'closed'; readonly perSeat: number };

/** Something that somebody will do after the workshop. */
export interface ActionItem {
  readonly id: ActionId;
  readonly text: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly due: string;
}

/** A point of this session that takes up a finding of an earlier one. One for each pair. */
export interface Citation {
  readonly point: PointId;
  readonly finding: FindingId;
  /** Why, in a few words; may be empty. */
  readonly why: string;
}

export const untouchedPlenary: Plenary = {
  presentation: {
    mode: 'speeches',
    order: [],
    spotlight: null,
    heard: [],
    clock: usualFairClock,
  },
  sameAs: [],
  findings: [],
  vote: { is: 'not-yet' },
  actions: [],
  citations: [],
};

/**
 * The order in which tables speak: as set, then the others by number.
 * @param groups all groups of the session, in any order
 */
export function speakingOrder(
  presentation: Presentation,
  groups: readonly { readonly id: GroupId; readonly number: number }[],
): readonly GroupId[] {
  const known = new Set(groups.map(({ id }) => id));
  const set = presentation.order.filter((id) => known.has(id));
  const others = groups
    .filter(({ id }) => !set.includes(id))
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id);
  return [...set, ...others];
}

/**
 * The tables that share the time that is left, when this one is put on the screen now: it, and those that were
 * neither heard nor are being heard.
 * @param groups all groups of the session
 */
export function stillToSpeak(
  { heard, spotlight }: Presentation,
  groups: readonly GroupId[],
  next: GroupId,
): readonly GroupId[] {
  return groups.filter(
    (group) => group === next || (!heard.includes(group) && group !== spotlight?.group),
  );
}

/** The points that belong together because they say the same, the one that stands first included. */
export function samePoints(plenary: Plenary, point: PointId): readonly PointId[] {
  const first = firstSaid(plenary, point);
  const later = plenary.sameAs.filter(({ same }) => same === first);
  return [first, ...later.map((joined) => joined.point)];
}

/** The point that stands for this one: the one it was joined to, or itself. */
export function firstSaid(plenary: Plenary, point: PointId): PointId {
  return plenary.sameAs.find((joined) => joined.point === point)?.same ?? point;
}
