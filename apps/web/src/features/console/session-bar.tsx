import type { FeedState } from '@reportback/client/board-feed';
import type { Phase, Session, WorkshopView } from '@reportback/domain';
import type { ReactNode } from 'react';
import { dayInWords } from '../../app/local-time.ts';
import { timeLeft } from '../../app/time-left.ts';
import { useNow } from '../../app/use-now.ts';
import { Clock } from '../../design/clock.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { PhaseBar } from '../../design/phase-bar.tsx';
import { PhaseCommands } from './phase-commands.tsx';
import styles from './session-bar.module.css';

/**
 * The session that is being led: how long it has, where it stands, and the command that comes next.
 * @param children what changes its time
 */
export function SessionBar({
  view,
  session,
  feed,
  warning = [],
  children,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly feed: FeedState;
  /** What may not have arrived yet, said before the cards are frozen. */
  readonly warning?: readonly string[];
  readonly children?: ReactNode;
}) {
  const phase = feed.board?.session.phase ?? session.phase;
  return (
    <section className={styles.bar} aria-label="The session">
      <div className={styles.time}>
        <PageTitle className={styles.title}>
          Session {session.position}, {session.title}
        </PageTitle>
        <TimeOfSession session={session} feed={feed} timeZone={view.workshop.timeZone} />
        {children}
      </div>
      <div className={styles.phases}>
        <PhaseBar look="timed" now={phase} times={phaseTimes(session)} />
      </div>
      <PhaseCommands
        workshop={view.workshop.id}
        session={session.id}
        phase={phase}
        tables={feed.board?.cards.length ?? view.groups.length}
        warning={warning}
      />
    </section>
  );
}

/** When the agenda has the phases begin, as far as it says. */
function phaseTimes(session: Session): Partial<Record<Phase, string>> {
  return {
    discuss: session.start,
    ...(session.reportBack !== null && { 'report-back': session.reportBack }),
    ...(session.end !== null && { amend: session.end }),
  };
}

const beginnings: Readonly<Record<Phase, string>> = {
  gathering: 'gathering',
  discuss: 'the start',
  distil: 'distilling',
  'report-back': 'report-back',
  amend: 'the end',
  frozen: 'freezing',
};

function TimeOfSession({
  session,
  feed,
  timeZone,
}: {
  readonly session: Session;
  readonly feed: FeedState;
  readonly timeZone: string;
}) {
  const now = useNow(feed.serverAhead);
  const next = feed.board && timeLeft(feed.board.session.clock, now, timeZone);
  const added = Math.round((feed.board?.session.clock.added ?? 0) / 60_000);
  if (next === null)
    return (
      <p className={styles.agenda}>
        {[
          session.date === null ? '' : dayInWords(session.date),
          session.end === null ? session.start : `${session.start} to ${session.end}`,
          session.reportBack === null ? '' : `report-back at ${session.reportBack}`,
        ]
          .filter((fact) => fact !== '')
          .join(', ')}
      </p>
    );
  return (
    <p className={styles.left}>
      <Clock left={next.left} held={next.isHeld} size="large" />
      <span className={styles.agenda}>
        {next.left >= 0 ? 'to' : 'past'} {beginnings[next.phase]}
        {next.time !== null && ` at ${next.time}`}
        {added >= 1 && `, ${added} min later than planned`}
      </span>
    </p>
  );
}
