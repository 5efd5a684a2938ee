import type { TextRefused } from '@reportback/domain';
import { type Connection, type RefusalReason, refusals } from '@reportback/sync';

/** Why what a connection sent last was not taken; null where it was, or is asked for again by itself. */
export function textRefused(step: Connection['step']): TextRefused | null {
  if (step.is === 'in-step' || refusals[step.because].heals === 'later') return null;
  return inWords[step.because] ?? 'not-understood';
}

const inWords: Readonly<Partial<Record<RefusalReason, TextRefused>>> = {
  'read-only': 'closed',
  locked: 'closed',
  'storage-full': 'no-space',
  'document-full': 'document-full',
  'quota-reached': 'workshop-full',
  'too-large': 'too-large',
  'too-complex': 'too-large',
  'outdated-client': 'old-page',
};
