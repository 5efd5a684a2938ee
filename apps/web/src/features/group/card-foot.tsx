import { setReady } from '@reportback/document';
import { missingFromCard, tablesIn } from '@reportback/domain';
import { Check } from 'lucide-react';
import { Suspense } from 'react';
import { aboutHowLong } from '../../app/about-how-long.ts';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { later } from '../../editor/later.tsx';
import styles from './card-foot.module.css';
import { missingName } from './missing-name.ts';
import { speakingTime } from './speaking-time.ts';
import type { TableParts } from './table-parts.ts';

// Only once the report-back is over. Without a network nobody can sign off.
const SignOff = later(
  async () => (await import('./sign-off.tsx')).SignOff,
  () => null,
);

/** What the card still lacks, and saying that the table is done: before the report-back with time to speak, after it for good. */
export function CardFoot(parts: TableParts) {
  const { phase } = parts.session;
  const isOver =
    phase === 'amend' || phase === 'frozen' || parts.view.record.standing.is !== 'open';
  if (!isOver) return <Ready {...parts} />;
  return (
    <Suspense fallback={<div className={styles.foot} />}>
      <SignOff {...parts} />
    </Suspense>
  );
}

function Ready({ desk, view, session, canWrite }: TableParts) {
  const card = useReadable(desk.shape.card);
  const missing = missingFromCard(card, session.cardTemplate);
  const time = speakingTime(session, tablesIn(view.groups, session).length);
  // Who only reads is not told what to do.
  if (!canWrite && !card.ready) return null;
  const change = () => desk.edit(() => setReady(desk.document.doc, !card.ready));
  return (
    <div className={styles.foot}>
      {canWrite && (
        <Button kind={card.ready ? 'plain' : 'primary'} className={styles.ready} onClick={change}>
          {card.ready ? 'Not ready yet' : 'Mark ready'}
        </Button>
      )}
      <p className={styles.words}>
        {card.ready ? (
          <span className={styles.done}>
            <Check size={18} strokeWidth={2} aria-hidden="true" /> The card is ready.{' '}
          </span>
        ) : (
          missing.length > 0 && (
            <>
              Missing: {missing.map((each) => missingName(each, session.cardTemplate)).join(', ')}.{' '}
            </>
          )
        )}
        {canWrite && time !== null && session.phase !== 'report-back' && (
          <>Your table will have {aboutHowLong(time)} to speak.</>
        )}
      </p>
    </div>
  );
}
