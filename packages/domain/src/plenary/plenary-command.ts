import type { FairClockSettings } from '../fair-clock.ts';
import type { ActionId, FindingId, GroupId, PointId } from '../ids.ts';
import {
  type ActionItem,
  type Citation,
  type Finding,
  firstSaid,
  type Plenary,
  type Presentation,
} from './plenary.ts';

/**
 * What a facilitator may say to the plenary of a session. Commands name things by id and places by their neighbour,
 * so that two people who sort at once do not undo each other's work; what a list leaves out stays where it is.
 */
export type PlenaryCommand =
  | { readonly is: 'set-mode'; readonly mode: Presentation['mode'] }
  | { readonly is: 'set-order'; readonly order: readonly GroupId[] }
  | { readonly is: 'set-fair-clock'; readonly clock: FairClockSettings }
  /** Puts a group on the screen; the one that was there has been heard. */
  | { readonly is: 'present'; readonly group: GroupId; readonly share: number | null }
  /** Back to a group: neither it nor the one that was on the screen counts as heard. */
  | { readonly is: 'present-again'; readonly group: GroupId; readonly share: number | null }
  /** `group`: whose points are meant; nothing is shown when another is on the screen meanwhile. Early steps lack it. */
  | { readonly is: 'show-points'; readonly shown: number; readonly group?: GroupId | undefined }
  /** Said by the group on the screen: it has said everything, or after all not yet. */
  | { readonly is: 'say-done'; readonly group: GroupId; readonly done: boolean }
  | { readonly is: 'end-presentation' }
  | { readonly is: 'set-heard'; readonly group: GroupId; readonly heard: boolean }
  /** “Same as Table 2”: both texts stay, and count as one. */
  | { readonly is: 'join-point'; readonly point: PointId; readonly same: PointId }
  | { readonly is: 'part-point'; readonly point: PointId }
  | {
      readonly is: 'make-finding';
      readonly finding: FindingId;
      readonly name: string;
      readonly points: readonly PointId[];
    }
  | { readonly is: 'name-finding'; readonly finding: FindingId; readonly name: string }
  | { readonly is: 'state-finding'; readonly finding: FindingId; readonly statement: string }
  /** Into a finding before another point (null: at the end), or out of all of them. */
  | {
      readonly is: 'sort-point';
      readonly point: PointId;
      readonly finding: FindingId | null;
      readonly before: PointId | null;
    }
  | { readonly is: 'place-finding'; readonly finding: FindingId; readonly before: FindingId | null }
  /** Those named come first, in this order; one that was made meanwhile keeps its place behind them. */
  | { readonly is: 'order-findings'; readonly order: readonly FindingId[] }
  | { readonly is: 'merge-findings'; readonly from: FindingId; readonly into: FindingId }
  /** Takes some points of a finding into a new one that follows it. */
  | {
      readonly is: 'split-finding';
      readonly finding: FindingId;
      readonly points: readonly PointId[];
      readonly made: FindingId;
      readonly name: string;
    }
  /** Its points are unsorted again. */
  | { readonly is: 'remove-finding'; readonly finding: FindingId }
  | { readonly is: 'open-vote'; readonly perSeat: number; readonly live: boolean }
  | { readonly is: 'close-vote' }
  /** Adds the action item, or replaces the one with its id. */
  | { readonly is: 'put-action'; readonly action: ActionItem }
  | { readonly is: 'remove-action'; readonly action: ActionId }
  /** Said by the table whose point it is. Citing again gives another reason. */
  | ({ readonly is: 'cite-finding' } & Citation)
  | {
      readonly is: 'part-from-finding';
      readonly point: PointId;
      readonly finding: FindingId;
    };

/**
 * The plenary after a command. Where the command has no meaning (any more), because what it names was removed
 * meanwhile, the very same object comes back.
 * @param at when it was given, milliseconds since 1970
 */
export function plenaryAfter(plenary: Plenary, command: PlenaryCommand, at: number): Plenary {
  switch (command.is) {
    case 'set-mode':
      return presenting(plenary, { mode: command.mode });
    case 'set-order':
      return presenting(plenary, { order: [...new Set(command.order)] });
    case 'set-fair-clock':
      return presenting(plenary, { clock: command.clock });
    case 'present': {
      const { group, share } = command;
      const { spotlight } = plenary.presentation;
      if (spotlight?.group === group) return plenary;
      return presenting(plenary, {
        heard: heardUntilNow(plenary.presentation),
        spotlight: { group, since: at, shown: 0, share },
      });
    }
    case 'present-again': {
      const { group, share } = command;
      const { spotlight, heard } = plenary.presentation;
      if (spotlight?.group === group) return plenary;
      return presenting(plenary, {
        heard: heard.filter((each) => each !== group && each !== spotlight?.group),
        spotlight: { group, since: at, shown: 0, share },
      });
    }
    case 'show-points': {
      const { spotlight } = plenary.presentation;
      if (spotlight === null || (command.group ?? spotlight.group) !== spotlight.group)
        return plenary;
      return presenting(plenary, { spotlight: { ...spotlight, shown: command.shown } });
    }
    case 'say-done': {
      const { spotlight } = plenary.presentation;
      if (spotlight?.group !== command.group || (spotlight.done === true) === command.done)
        return plenary;
      const { done: _, ...speaking } = spotlight;
      return presenting(plenary, {
        spotlight: command.done ? { ...speaking, done: true } : speaking,
      });
    }
    case 'end-presentation':
      return presenting(plenary, {
        heard: heardUntilNow(plenary.presentation),
        spotlight: null,
      });
    case 'set-heard': {
      const others = plenary.presentation.heard.filter((group) => group !== command.group);
      return presenting(plenary, { heard: command.heard ? [...others, command.group] : others });
    }
    case 'join-point':
      return joined(plenary, command.point, command.same);
    case 'part-point': {
      const sameAs = plenary.sameAs.filter(({ point }) => point !== command.point);
      return sameAs.length === plenary.sameAs.length ? plenary : { ...plenary, sameAs };
    }
    case 'make-finding': {
      const { finding: id, name } = command;
      if (plenary.findings.some((finding) => finding.id === id)) return plenary;
      const points = [...new Set(command.points)];
      const others = without(plenary.findings, points);
      return { ...plenary, findings: [...others, { id, name, statement: '', points }] };
    }
    case 'name-finding':
      return changing(plenary, command.finding, () => ({ name: command.name }));
    case 'state-finding':
      return changing(plenary, command.finding, () => ({ statement: command.statement }));
    case 'sort-point': {
      const { point, finding, before } = command;
      if (finding !== null && !plenary.findings.some(({ id }) => id === finding)) return plenary;
      const unsorted = { ...plenary, findings: without(plenary.findings, [point]) };
      if (finding === null) return unsorted;
      return changing(unsorted, finding, ({ points }) => ({
        points: placed(points, point, before),
      }));
    }
    case 'place-finding': {
      const moved = plenary.findings.find(({ id }) => id === command.finding);
      if (moved === undefined || command.before === command.finding) return plenary;
      const others = plenary.findings.filter((finding) => finding !== moved);
      const before = others.find(({ id }) => id === command.before) ?? null;
      return { ...plenary, findings: placed(others, moved, before) };
    }
    case 'order-findings': {
      const named = new Set(command.order);
      const first = [...named].flatMap((id) => plenary.findings.filter((each) => each.id === id));
      const others = plenary.findings.filter(({ id }) => !named.has(id));
      return { ...plenary, findings: [...first, ...others] };
    }
    case 'merge-findings': {
      const from = plenary.findings.find(({ id }) => id === command.from);
      const into = plenary.findings.find(({ id }) => id === command.into);
      if (from === undefined || into === undefined || from === into) return plenary;
      const merged = changing(plenary, into.id, ({ points, statement }) => ({
        points: [...points, ...from.points],
        statement: [statement, from.statement].filter((text) => text !== '').join(' '),
      }));
      return { ...merged, findings: merged.findings.filter(({ id }) => id !== from.id) };
    }
    case 'split-finding': {
      const { finding, made, name } = command;
      const index = plenary.findings.findIndex(({ id }) => id === finding);
      const taken = plenary.findings[index]?.points.filter((p) => command.points.includes(p)) ?? [];
      if (taken.length === 0 || plenary.findings.some(({ id }) => id === made)) return plenary;
      const findings = without(plenary.findings, taken);
      const split: Finding = { id: made, name, statement: '', points: taken };
      return { ...plenary, findings: findings.toSpliced(index + 1, 0, split) };
    }
    case 'remove-finding': {
      const findings = plenary.findings.filter(({ id }) => id !== command.finding);
      return findings.length === plenary.findings.length ? plenary : { ...plenary, findings };
    }
    case 'open-vote':
      return { ...plenary, vote: { is: 'open', perSeat: command.perSeat, live: command.live } };
    case 'close-vote':
      return plenary.vote.is === 'open'
        ? { ...plenary, vote: { is: 'closed', perSeat: plenary.vote.perSeat } }
        : plenary;
    case 'put-action': {
      const { action } = command;
      const index = plenary.actions.findIndex(({ id }) => id === action.id);
      const actions =
        index === -1 ? [...plenary.actions, action] : plenary.actions.with(index, action);
      return { ...plenary, actions };
    }
    case 'remove-action':
      return { ...plenary, actions: plenary.actions.filter(({ id }) => id !== command.action) };
    case 'cite-finding': {
      const { point, finding, why } = command;
      const others = uncited(plenary, point, finding);
      return { ...plenary, citations: [...others, { point, finding, why }] };
    }
    case 'part-from-finding': {
      const others = uncited(plenary, command.point, command.finding);
      return others.length === plenary.citations.length
        ? plenary
        : { ...plenary, citations: others };
    }
  }
}

function presenting(plenary: Plenary, change: Partial<Presentation>): Plenary {
  return { ...plenary, presentation: { ...plenary.presentation, ...change } };
}

function uncited(plenary: Plenary, point: PointId, finding: FindingId): readonly Citation[] {
  return plenary.citations.filter((one) => one.point !== point || one.finding !== finding);
}

function heardUntilNow({ heard, spotlight }: Presentation): readonly GroupId[] {
  if (spotlight === null || heard.includes(spotlight.group)) return heard;
  return [...heard, spotlight.group];
}

/** Joining to a point that was itself joined joins to what it stands with; what stood with `point` comes along. */
function joined(plenary: Plenary, point: PointId, same: PointId): Plenary {
  const into = firstSaid(plenary, same);
  if (into === point) return plenary;
  const others = plenary.sameAs
    .filter((one) => one.point !== point)
    .map((one) => (one.same === point ? { ...one, same: into } : one));
  return { ...plenary, sameAs: [...others, { point, same: into }] };
}

function changing(
  plenary: Plenary,
  id: FindingId,
  change: (finding: Finding) => Partial<Finding>,
): Plenary {
  const index = plenary.findings.findIndex((finding) => finding.id === id);
  const finding = plenary.findings[index];
  if (finding === undefined) return plenary;
  return {
    ...plenary,
    findings: plenary.findings.with(index, { ...finding, ...change(finding) }),
  };
}

function without(findings: readonly Finding[], points: readonly PointId[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.points.some((point) => points.includes(point))
      ? { ...finding, points: finding.points.filter((point) => !points.includes(point)) }
      : finding,
  );
}

/** The list with the item before another, or at the end where that one is not there. */
function placed<Item>(items: readonly Item[], item: Item, before: Item | null): readonly Item[] {
  const others = items.filter((other) => other !== item);
  const index = before === null ? -1 : others.indexOf(before);
  return index === -1 ? [...others, item] : others.toSpliced(index, 0, item);
}
