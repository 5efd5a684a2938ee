import { type Phase, phases, type VersionReason } from '@reportback/domain';
import { automaticCauses } from '@reportback/sync';

/** As what a change of phase is logged with the version that it made; {@link versionReason} reads it. */
export function phaseCause(from: Phase, to: Phase): string {
  return `phase ${from} to ${to}`;
}

/** Why a version was kept, by the cause that is logged with it. */
export function versionReason(cause: string): VersionReason {
  const [, first, second] = /^phase (\S+) to (\S+)$/.exec(cause) ?? [];
  const from = phases.find((phase) => phase === first);
  const to = phases.find((phase) => phase === second);
  if (from !== undefined && to !== undefined) return { is: 'phase', from, to };
  // A cause of a later release is still a moment in time.
  return { is: automaticCauses.find((is) => is === cause) ?? 'interval' };
}
