import { headlineThatFits, plainText } from '@reportback/domain';
import { useMemo } from 'react';
import { useReadable } from '../../app/resource.ts';
import { CardText, type LineHandlers } from '../../editor/card-text.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './card-pane.module.css';
import { PointList } from './point-list.tsx';
import { ReportBackClock } from './report-back-clock.tsx';
import { ReporterRow } from './reporter-row.tsx';
import type { TableParts } from './table-body.tsx';
import type { TableDesk } from './table-desk.ts';

type Field = 'headline' | 'ask' | 'dissent';

/** What stands in a field while it is empty: how to fill it. */
const placeholders: Readonly<Record<Field, string>> = {
  headline: 'One sentence that the room should remember.',
  ask: 'What do you ask of the others?',
  dissent: 'Where did the table not agree?',
};

/** The table's report card: what it brings to the plenary. */
export function CardPane(parts: TableParts) {
  const { desk, view, session, canWrite, feed } = parts;
  const { card } = desk;
  return (
    <section className={styles.pane} aria-labelledby="report-card">
      <div className={styles.head}>
        <h2 id="report-card" className={styles.title}>
          Report card
        </h2>
        <ReportBackClock
          session={session}
          timeZone={view.workshop.timeZone}
          serverAhead={feed.serverAhead}
        />
      </div>
      <div className={styles.fields}>
        <div className={styles.headline}>
          <Text
            desk={desk}
            field="headline"
            label="Headline"
            canWrite={canWrite}
            text={card.headline}
          />
          <HeadlineLength desk={desk} />
        </div>
        <PointList desk={desk} canWrite={canWrite} />
        <Text desk={desk} field="ask" label="Ask" canWrite={canWrite} text={card.ask} />
        <Text desk={desk} field="dissent" label="Dissent" canWrite={canWrite} text={card.dissent} />
        <ReporterRow {...parts} part="reporter" />
        <ReporterRow {...parts} part="scribe" />
      </div>
      <CardFoot {...parts} />
    </section>
  );
}

function Text({
  desk,
  field,
  label,
  canWrite,
  text,
}: {
  readonly desk: TableDesk;
  readonly field: Field;
  readonly label: string;
  readonly canWrite: boolean;
  readonly text: TableDesk['card'][Field];
}) {
  const handlers = useMemo<LineHandlers>(
    () => ({
      onFocus: (isInside) => desk.enter(isInside ? field : null),
      onEnter: () => undefined,
    }),
    [desk, field],
  );
  return (
    <div className={styles.field}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <div className={styles.words}>
        <CardText
          text={desk.line(text)}
          handlers={handlers}
          canWrite={canWrite}
          label={label}
          placeholder={placeholders[field]}
        />
      </div>
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
