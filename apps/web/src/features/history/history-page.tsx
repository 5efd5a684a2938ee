import {
  type Group,
  type GroupId,
  groupLabel,
  historyAccess,
  namedIn,
  plenaryGroup,
  type Session,
  type SessionId,
  type WorkshopId,
  type WorkshopView,
} from '@reportback/domain';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { NotFound } from '../../app/error-boundary.tsx';
import { useBoard } from '../../app/use-board.ts';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { ButtonLink } from '../../design/button.tsx';
import { TableName } from '../../design/chip.tsx';
import { PageMessage } from '../../design/page-message.tsx';
import { standing } from '../group/standing.ts';
import styles from './history-page.module.css';
import { Versions } from './versions.tsx';

/** `/w/:workshop/s/:session/g/:group/history`: what a table, or the plenary's note, said earlier. */
export default function HistoryPage({
  workshop,
  session: sessionId,
  group: groupId,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly group: GroupId;
}) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) => {
        const session = view.sessions.find(({ id }) => id === sessionId);
        const group = view.groups.find(({ id }) => id === groupId) ?? null;
        if (session === undefined || (group === null && groupId !== plenaryGroup))
          return (
            <NotFound reason="This workshop has no such table. Open it from the list of tables." />
          );
        return (
          <History
            key={`${sessionId}.${groupId}`}
            view={view}
            session={session}
            group={group && namedIn(group, session)}
          />
        );
      }}
    </WorkshopPage>
  );
}

function History({
  view,
  session,
  group,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  /** Null for the plenary's note. */
  readonly group: Group | null;
}) {
  const feed = useBoard(view.workshop.id, session.id);
  const phase = feed.board?.session.phase ?? session.phase;
  const id = group?.id ?? plenaryGroup;
  const name = group === null ? 'Plenary note' : groupLabel(group);
  const back =
    group === null
      ? addresses.plenaryNote(view.workshop.id, session.id)
      : addresses.table(view.workshop.id, session.id, group.id);
  const access = historyAccess(standing(view, id, { id: session.id, phase }));
  return (
    <>
      <title>{`${name} · history`}</title>
      <header className={styles.header}>
        <Link href={back} className={styles.back}>
          {group === null ? name : <TableName number={group.number} name={group.name} />}
        </Link>
        <span className={styles.session}>{session.title}</span>
      </header>
      <main className={styles.main}>
        {access.is === 'none' ? (
          <PageMessage
            title="This history is not yours to read."
            actions={
              <ButtonLink kind="primary" href={back}>
                Back to {name}
              </ButtonLink>
            }
          >
            <p>The history of a table is for its own people and for those who run the workshop.</p>
          </PageMessage>
        ) : (
          <Versions
            place={{ workshop: view.workshop.id, session: session.id, group: id }}
            timeZone={view.workshop.timeZone}
            name={name}
            back={back}
            access={access}
          />
        )}
      </main>
    </>
  );
}
