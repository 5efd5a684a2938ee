import type { OpenDocument } from '@reportback/client';
import type { FeedState } from '@reportback/client/board-feed';
import { opensUnchanged } from '@reportback/document';
import type { DocumentAccess, Group, Session, WorkshopView } from '@reportback/domain';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { AgendaNews } from '../../app/agenda-news.tsx';
import { useReadable } from '../../app/resource.ts';
import { useToldStanding } from '../../app/use-told-standing.ts';
import { Loading } from '../../design/page-message.tsx';
import { NotHere } from './not-here.tsx';
import { Notice } from './notice.tsx';
import styles from './open-table.module.css';
import { TableBody } from './table-body.tsx';
import { deskOf } from './table-desk.ts';
import { TableHeader } from './table-header.tsx';
import { TableMessages } from './table-messages.tsx';
import { useIntroduction } from './use-introduction.ts';
import { useViewportHeight } from './use-viewport-height.ts';
import { WhatHappens } from './what-happens.tsx';

// Only for a page that is older than the note.
const PlainTable = lazy(() => import('./plain-table.tsx'));
// Only while tables report back.
const OwnTurn = lazy(async () => ({ default: (await import('./own-turn.tsx')).OwnTurn }));

/** A table whose document is open: header, notices, and note and card once their content is here. */
export function OpenTable({
  document,
  view,
  session,
  group,
  access,
  feed,
  onOpenAnew,
}: {
  readonly document: OpenDocument;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly access: DocumentAccess;
  readonly feed: FeedState;
  readonly onOpenAnew: () => Promise<void>;
}) {
  const isLoaded = useReadable(document.isLoaded);
  const connection = useReadable(document.connection);
  const granted = useReadable(document.access);
  const place = { workshop: view.workshop.id, session: session.id, group: group.id };
  const desk = isLoaded ? deskOf(document, place) : null;
  const isKnown = useMemo(() => desk !== null && opensUnchanged(desk.document.doc), [desk]);
  const page = useViewportHeight();
  useIntroduction(document, view);
  useToldStanding(view, feed.board?.session.record ?? null);

  // The phase or the seat changed since the ticket was given, and with it what this person may do.
  const isOutdated = granted !== null && granted.is !== access.is;
  useEffect(() => {
    if (isOutdated) document.renew();
  }, [document, isOutdated]);

  const canWrite = access.is === 'write' && granted?.is !== 'read' && connection.is !== 'ended';
  return (
    <div ref={page} className={styles.page}>
      <TableHeader document={document} view={view} session={session} group={group} feed={feed} />
      <Notice
        document={document}
        view={view}
        session={session}
        group={group}
        access={access}
        isKnown={desk === null || isKnown}
        onOpenAnew={onOpenAnew}
      />
      {feed.board !== null && (
        <AgendaNews clock={feed.board.session.clock} timeZone={view.workshop.timeZone} />
      )}
      {feed.board !== null && feed.board.session.phase === 'report-back' && (
        <Suspense fallback={null}>
          <OwnTurn board={feed.board} group={group.id} view={view} session={session} />
        </Suspense>
      )}
      <TableMessages feed={feed} group={group.id} view={view} session={session} />
      {desk === null ? (
        connection.is === 'connecting' || connection.is === 'live' ? (
          <Loading>Fetching the note…</Loading>
        ) : (
          <NotHere connection={connection} onRetry={() => document.tryNow()} />
        )
      ) : isKnown ? (
        <TableBody
          desk={desk}
          view={view}
          session={session}
          group={group}
          canWrite={canWrite}
          feed={feed}
        />
      ) : (
        <Suspense fallback={<Loading>Fetching the note…</Loading>}>
          <PlainTable doc={document.doc} />
        </Suspense>
      )}
      <WhatHappens document={document} session={session} said={desk?.said ?? null} />
    </div>
  );
}
