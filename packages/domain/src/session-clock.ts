import { Temporal } from 'temporal-polyfill';
import { type Phase, phases } from './phase.ts';
import type { Session } from './workshop.ts';

/**
 * How a session's times run. The plan comes from the agenda; people stretch it, hold it, or hand the
 * phases over to it. Instants are milliseconds since 1970, spans milliseconds.
 */
export interface SessionClock {
  /** Since when the agenda's times move the phase; null while only people do. */
  readonly followsSince: number | null;
  /** Since when everything stands still; null while it runs. */
  readonly heldSince: number | null;
  /** What “+1 minute” and ended holds have added to every planned time that was still to come. */
  readonly added: number;
}

export const untouchedClock: SessionClock = { followsSince: null, heldSince: null, added: 0 };

/** A phase and when the agenda wants it to begin. */
export interface PlannedPhase {
  readonly phase: Phase;
  readonly at: number;
}

const minute = 60_000;

/** A planned change is announced this long before it happens. */
export const announcedBefore = 60_000;

/**
 * A change that came due while nobody could see it is carried out only this long afterwards: a laptop that
 * slept through a coffee break catches up, one that wakes the next morning does not.
 */
export const tooLateAfter = 2 * 3_600_000;

/** Groups get this long, before the report-back, to bring their note down to a card; less in a short session. */
const distilFor = 10 * 60_000;
const distilAtMost = 1 / 3;

/**
 * When each phase of a session is to begin, earliest first; empty for a session without a date. A time that
 * is earlier than the start belongs to the next day, and a local time that a clock change skips is the
 * one after the gap.
 */
export function plannedPhases(
  session: Pick<Session, 'date' | 'start' | 'reportBack' | 'end'>,
  timeZone: string,
  clock: SessionClock,
): readonly PlannedPhase[] {
  if (session.date === null) return [];
  const instant = instantOn(session.date, timeZone);
  const start = instant(session.start, null);
  const plan: PlannedPhase[] = [{ phase: 'discuss', at: start }];
  const end = session.end === null ? null : instant(session.end, start);
  const reportBack = session.reportBack === null ? null : instant(session.reportBack, start);
  const cardsDue = reportBack ?? end;
  if (cardsDue !== null) {
    const forCards = Math.min(distilFor, (cardsDue - start) * distilAtMost);
    plan.push({ phase: 'distil', at: cardsDue - forCards });
  }
  if (reportBack !== null) plan.push({ phase: 'report-back', at: reportBack });
  if (end !== null) plan.push({ phase: 'amend', at: end });
  return plan.map(({ phase, at }) => ({ phase, at: at + clock.added }));
}

function instantOn(date: string, timeZone: string) {
  const day = Temporal.PlainDate.from(date);
  const on = (time: string, later: Temporal.PlainDate) =>
    later.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  return (time: string, notBefore: number | null): number => {
    const sameDay = on(time, day);
    return notBefore !== null && sameDay < notBefore ? on(time, day.add({ days: 1 })) : sameDay;
  };
}

/** The next phase that the plan has in store after the present one, or null at its end. Never `frozen`. */
export function nextPlanned(plan: readonly PlannedPhase[], phase: Phase): PlannedPhase | null {
  return plan.find((planned) => isLater(planned.phase, phase)) ?? null;
}

/**
 * The phase that the agenda's clock moves the session to now, or null. It moves only while it is switched
 * on and not held, only forwards, only for times after it was switched on, and never freezes. Where
 * several changes came due during a sleep, the last one counts.
 */
export function phaseDue(
  clock: SessionClock,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): Phase | null {
  const since = ledSince(clock, phase);
  if (since === null) return null;
  const due = plan.findLast(({ at }) => at <= now && at > since && now - at <= tooLateAfter);
  return due !== undefined && isLater(due.phase, phase) ? due.phase : null;
}

/** Since when the agenda's clock leads a session, or null where it does not: off, held, or the session is frozen. */
function ledSince({ followsSince, heldSince }: SessionClock, phase: Phase): number | null {
  return heldSince !== null || phase === 'frozen' ? null : followsSince;
}

/** The move of the phase that the agenda's clock is going to make within {@link announcedBefore}, or null. */
export function announcedMove(
  clock: SessionClock,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): PlannedPhase | null {
  const since = ledSince(clock, phase);
  if (since === null) return null;
  const next = plan.find((planned) => isLater(planned.phase, phase) && planned.at > now);
  return next !== undefined && next.at > since && next.at - now <= announcedBefore ? next : null;
}

/**
 * The phase that the agenda's clock would begin sooner than it could be announced, or null. Who makes the time shorter
 * asks first: nobody is moved without having been told.
 */
export function beginsUnannounced(
  clock: SessionClock,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): PlannedPhase | null {
  const since = ledSince(clock, phase);
  if (since === null) return null;
  const next = nextPlanned(plan, phase);
  return next !== null && next.at > since && next.at - now < announcedBefore ? next : null;
}

/**
 * How long it is until a phase begins, in milliseconds; negative once it should have begun. Null where no
 * time is known, or it lies on another day. While the clock is held, it stands still.
 */
export function timeUntil(
  clock: SessionClock,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): number | null {
  const planned = plan.find((one) => one.phase === phase);
  if (planned === undefined) return null;
  const left = planned.at - (clock.heldSince ?? now);
  return isShown(left) ? left : null;
}

/** What a countdown shows. */
export type Countdown =
  /** It runs towards `until`, at which `phase` begins; past it, it counts up. */
  | { readonly is: 'running'; readonly until: number; readonly phase: Phase }
  | { readonly is: 'held'; readonly left: number; readonly phase: Phase }
  /** No time is known, or it lies on another day. */
  | { readonly is: 'none' };

/** Countdowns are shown from this long before their end until {@link tooLateAfter} past it. */
const shownBefore = 12 * 3_600_000;

function isShown(left: number): boolean {
  return left <= shownBefore && left >= -tooLateAfter;
}

export function countdown(
  clock: SessionClock,
  plan: readonly PlannedPhase[],
  phase: Phase,
  now: number,
): Countdown {
  const next = nextPlanned(plan, phase);
  if (next === null || phase === 'frozen') return { is: 'none' };
  const left = next.at - (clock.heldSince ?? now);
  if (!isShown(left)) return { is: 'none' };
  return clock.heldSince === null
    ? { is: 'running', until: next.at, phase: next.phase }
    : { is: 'held', left, phase: next.phase };
}

/** What a facilitator may do to a session's clock. */
export type ClockCommand =
  | { readonly is: 'follow' }
  | { readonly is: 'stop-following' }
  | { readonly is: 'hold' }
  | { readonly is: 'release' }
  | { readonly is: 'add'; readonly minutes: 1 | 5 }
  /** Of what was added, no more than that. */
  | { readonly is: 'take-back'; readonly minutes: 1 | 5 };

/** The clock after a command; one that has no meaning now (releasing what runs) changes nothing. */
export function clockAfter(clock: SessionClock, command: ClockCommand, now: number): SessionClock {
  switch (command.is) {
    case 'follow':
      return clock.followsSince === null ? { ...clock, followsSince: now } : clock;
    case 'stop-following':
      return { ...clock, followsSince: null };
    case 'hold':
      return clock.heldSince === null ? { ...clock, heldSince: now } : clock;
    case 'release':
      return clock.heldSince === null
        ? clock
        : { ...clock, heldSince: null, added: clock.added + (now - clock.heldSince) };
    case 'add':
      return { ...clock, added: clock.added + command.minutes * minute };
    case 'take-back': {
      const added = Math.max(0, clock.added - command.minutes * minute);
      return added === clock.added ? clock : { ...clock, added };
    }
  }
}

function isLater(a: Phase, b: Phase): boolean {
  return phases.indexOf(a) > phases.indexOf(b);
}
