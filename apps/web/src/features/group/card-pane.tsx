import { type CardTemplate, headlineThatFits, labelOf, plainText } from '@reportback/domain';
import { lazy, Suspense } from 'react';
import { useReadable } from '../../app/resource.ts';
import { EditorPlace } from '../../editor/editor-place.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './card-pane.module.css';
import { PointList } from './point-list.tsx';
import { ReportBackClock } from './report-back-clock.tsx';
import { ReporterRow } from './reporter-row.tsx';
import type { CardField, TableDesk } from './table-desk.ts';
import type { TableParts } from './table-parts.ts';
import { useRoomBelow } from './use-room-below.ts';

// Only where there is an earlier session, and never before the note can be written in.
const EarlierFindings = lazy(() =>
  import('../findings/earlier-findings.tsx').then((found) => ({ default: found.EarlierFindings })),
);

/** The table's report card: what it brings to the plenary. */
export function CardPane(parts: TableParts) {
  const { desk, view, session, group, canWrite, feed } = parts;
  const pane = useRoomBelow();
  return (
    <section ref={pane} className={styles.pane} aria-labelledby="report-card">
      <div className={styles.head}>
        <h2 id="report-card" className={styles.title}>
          Report card
        </h2>
        <ReportBackClock feed={feed} timeZone={view.workshop.timeZone} />
      </div>
      <div className={styles.fields}>
        <div className={styles.headline}>
          <Text desk={desk} field="headline" template={session.cardTemplate} />
          <HeadlineLength desk={desk} />
        </div>
        <PointList desk={desk} canWrite={canWrite} template={session.cardTemplate} />
        <Text desk={desk} field="ask" template={session.cardTemplate} />
        <Text desk={desk} field="dissent" template={session.cardTemplate} />
        <ReporterRow {...parts} part="reporter" />
        <ReporterRow {...parts} part="scribe" />
        {feed.board !== null && session.position > 1 && (
          <Suspense fallback={null}>
            <EarlierFindings
              live={{ view, session, feed, board: feed.board }}
              group={canWrite ? group : null}
            />
          </Suspense>
        )}
      </div>
      <CardFoot {...parts} />
    </section>
  );
}

/** One text of the card, under its label; what is not asked for is there only while it has words. */
function Text({
  desk,
  field,
  template,
}: {
  readonly desk: TableDesk;
  readonly field: CardField;
  readonly template: CardTemplate;
}) {
  const isWritten = plainText(useReadable(desk.shape.card)[field]) !== '';
  const label = labelOf(template, field);
  if (template[field] === '' && !isWritten) return null;
  return (
    <div>
      <h3 className={styles.label}>{label}</h3>
      <EditorPlace editor={desk.field(field, label)} className={styles.words} />
    </div>
  );
}

/** Says when a headline has grown longer than the wall shows in two lines; it is never cut. */
function HeadlineLength({ desk }: { readonly desk: TableDesk }) {
  const { length } = plainText(useReadable(desk.shape.card).headline);
  if (length <= headlineThatFits) return null;
  return (
    <p className={styles.hint}>
      {length} characters: up to {headlineThatFits} stand on two lines of the board.
    </p>
  );
}
