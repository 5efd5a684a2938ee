import type { OpenDocument } from '@reportback/client';
import type { FeedState } from '@reportback/client/board-feed';
import {
  type Group,
  groupLabel,
  historyAccess,
  permits,
  type Session,
  tableAt,
  tablesIn,
  type WorkshopView,
} from '@reportback/domain';
import { ChevronDown } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { TableName } from '../../design/chip.tsx';
import { PhaseBar } from '../../design/phase-bar.tsx';
import { PopItem, PopMenu, PopRule } from '../../editor/pop-menu.tsx';
import { PeopleHere } from './people-here.tsx';
import { ReportBackClock } from './report-back-clock.tsx';
import { SaveLamp } from './save-lamp.tsx';
import { standing } from './standing.ts';
import styles from './table-header.module.css';

/** The top of a table's page: whose it is, which session, where that stands, who is here, where the text is. */
export function TableHeader({
  document,
  view,
  session,
  group,
  feed,
}: {
  readonly document: OpenDocument;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly feed: FeedState;
}) {
  return (
    <header className={styles.header}>
      <h1 className={styles.table}>
        <TableMenu view={view} session={session} group={group} />
      </h1>
      <span className={styles.session}>{session.title}</span>
      {(session.phase === 'report-back' || session.phase === 'amend') && (
        <Link className={styles.follow} href={addresses.plenary(view.workshop.id, session.id)}>
          Report-back
        </Link>
      )}
      <div className={styles.phases}>
        <PhaseBar now={session.phase} />
      </div>
      <div className={styles.clock}>
        <ReportBackClock feed={feed} timeZone={view.workshop.timeZone} short />
      </div>
      <PeopleHere document={document} />
      <SaveLamp document={document} view={view} name={`${session.title} ${groupLabel(group)}`} />
    </header>
  );
}

/** The table's name; it opens the way to the other tables, one's own first. */
function TableMenu({
  view,
  session,
  group,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
}) {
  const [, navigate] = useLocation();
  const { workshop, groups, sessions, me } = view;
  const here = tablesIn(groups, session);
  const own = here.find(({ id }) => id === tableAt(me.seat, session.id));
  const may = permits[me.role];
  const others =
    workshop.othersReadable || may.facilitate || may['read-record']
      ? here.filter(({ id }) => id !== group.id && id !== own?.id)
      : [];
  const go = (to: Group, at: Session = session) =>
    navigate(addresses.table(workshop.id, at.id, to.id));
  return (
    <PopMenu
      label="Go to"
      button={(opens) => (
        <button type="button" className={styles.name} {...opens}>
          <TableName number={group.number} name={group.name} />
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      )}
    >
      {own && own.id !== group.id && (
        <PopItem onChoose={() => go(own)}>
          <b>Back to {groupLabel(own)}</b>
        </PopItem>
      )}
      <PopItem onChoose={() => navigate(addresses.board(workshop.id, session.id))}>
        The board
      </PopItem>
      <PopItem onChoose={() => navigate(addresses.plenary(workshop.id, session.id))}>
        The report-back
      </PopItem>
      <PopItem onChoose={() => navigate(addresses.findings(workshop.id, session.id))}>
        The findings
      </PopItem>
      {historyAccess(standing(view, group.id, session)).is !== 'none' && (
        <PopItem onChoose={() => navigate(addresses.history(workshop.id, session.id, group.id))}>
          What {groupLabel(group)} said earlier
        </PopItem>
      )}
      {may.facilitate && (
        <PopItem onChoose={() => navigate(addresses.console(workshop.id, session.id))}>
          The console
        </PopItem>
      )}
      <PopRule />
      {sessions.map((each) => (
        <PopItem key={each.id} isHere={each.id === session.id} onChoose={() => go(group, each)}>
          {each.start} {each.title}
        </PopItem>
      ))}
      <PopRule />
      <PopItem onChoose={() => navigate(addresses.join(workshop.id))}>
        {own ? 'Change table or name' : 'Take a seat'}
      </PopItem>
      {me.seat && (
        <PopItem onChoose={() => navigate(addresses.otherDevice(workshop.id))}>
          Another device
        </PopItem>
      )}
      {others.length > 0 && <PopRule />}
      {others.map((each) => (
        <PopItem key={each.id} onChoose={() => go(each)}>
          <TableName number={each.number} name={each.name} />
        </PopItem>
      ))}
    </PopMenu>
  );
}
