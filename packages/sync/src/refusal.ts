import type { CloseReasonName } from './close-reason.ts';

/**
 * Why a document frame was refused: one table for server and client; the names travel on the wire.
 *
 * After a refusal every later document frame of the connection is refused as `out-of-step` until a
 * sync step 2 comes that answers a step 1 which the server sent after the refusal.
 * `heals` says when the server sends that step 1 on its own (it always does when the client sends
 * one): `later`: after a while, again and again; `when-allowed`: when writing is possible again;
 * `never`: the same content would be refused again.
 * `closes`: a client that does not know refusals (no `?ack=1`) is closed with this reason instead,
 * so that it learns of it; without one it stays and is healed.
 */
export const refusals = {
  'read-only': { heals: 'when-allowed', sentence: 'You may read this document, not write.' },
  locked: { heals: 'when-allowed', sentence: 'This document is locked.' },
  'storage-full': { heals: 'when-allowed', sentence: 'The server has no space left.' },
  'outdated-client': {
    heals: 'never',
    closes: 'outdated-client',
    sentence: 'This page is older than the document; reload it to write.',
  },
  'document-full': {
    heals: 'never',
    closes: 'too-large',
    sentence: 'This document has reached its largest size.',
  },
  'quota-reached': {
    heals: 'never',
    closes: 'too-large',
    sentence: 'The space for these documents is used up.',
  },
  'too-large': {
    heals: 'never',
    closes: 'too-large',
    sentence: 'This change is larger than the server accepts.',
  },
  'too-complex': {
    heals: 'never',
    closes: 'unacceptable',
    sentence: 'This change is more deeply nested or has more parts than the server accepts.',
  },
  malformed: {
    heals: 'never',
    closes: 'malformed',
    sentence: 'The server could not read this change.',
  },
  'unknown-root': {
    heals: 'never',
    closes: 'unacceptable',
    sentence: 'This change concerns a part that documents of this kind do not have.',
  },
  'conflicting-content': {
    heals: 'never',
    closes: 'unacceptable',
    sentence: 'The server holds something else under the same identity.',
  },
  'foreign-client': {
    heals: 'later',
    sentence: 'This change was made under the identity of someone who is here.',
  },
  'too-much-pending': {
    heals: 'later',
    sentence: 'Too many changes arrived without the ones they build on.',
  },
  'out-of-step': { heals: 'later', sentence: 'This change builds on one that was refused.' },
} as const satisfies Record<string, Refusal>;

export type RefusalReason = keyof typeof refusals;

export interface Refusal {
  readonly heals: 'later' | 'when-allowed' | 'never';
  readonly closes?: CloseReasonName;
  /** What a person may be told. */
  readonly sentence: string;
}

/** The name of a refusal as it came from the wire, or null when it is unknown. */
export function parseRefusalReason(text: string): RefusalReason | null {
  return Object.hasOwn(refusals, text) ? (text as RefusalReason) : null;
}
