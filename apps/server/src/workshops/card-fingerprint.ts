import { createHash } from 'node:crypto';
import type { ReportCard } from '@reportback/domain';
import { canonicalJson } from '@reportback/record/json';

/** What a sign-off stands for: another card has another fingerprint. That a table is ready is not part of what it says. */
export function cardFingerprint(card: ReportCard): string {
  const { headline, points, ask, dissent, reporter, scribe } = card;
  const said = { headline, points, ask, dissent, reporter, scribe };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}
