import type { OpenDocument } from '@reportback/client';
import {
  type DocumentAccess,
  historyAccess,
  parseActionId,
  permits,
  plenaryGroup,
} from '@reportback/domain';
import { useEffect, useLayoutEffect, useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { freshId } from '../../app/new-ids.ts';
import { useReadable } from '../../app/resource.ts';
import { useDesk } from '../../app/use-desk.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { writersOf } from '../../app/writers-of.ts';
import { Banner } from '../../design/banner.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { Announce } from '../../design/unseen.tsx';
import { EditorPlace } from '../../editor/editor-place.tsx';
import { ImageNewsStrip } from '../../editor/image-news-strip.tsx';
import { lineAtCaret } from '../../editor/line-at-caret.ts';
import { NoteToolbar } from '../../editor/note-toolbar.tsx';
import { SlashMenuList } from '../../editor/slash-menu-list.tsx';
import { ActionItems } from '../findings/action-items.tsx';
import { PeopleHere } from '../group/people-here.tsx';
import { SaveLamp } from '../group/save-lamp.tsx';
import { deskOf, type TableDesk } from '../group/table-desk.ts';
import { useIntroduction } from '../group/use-introduction.ts';
import styles from './open-plenary-note.module.css';

/** An action item is no longer than this. */
const longestAction = 500;

/** The plenary's note, open: written like a table's, with the same lamp, without points. */
export function OpenPlenaryNote({
  document,
  live,
  access,
}: {
  readonly document: OpenDocument;
  readonly live: LiveSession;
  readonly access: DocumentAccess;
}) {
  const { view, session } = live;
  const isLoaded = useReadable(document.isLoaded);
  const connection = useReadable(document.connection);
  const granted = useReadable(document.access);
  useIntroduction(document, view);
  // The phase or the seat changed since the ticket was given, and with it what this person may do.
  const isOutdated = granted !== null && granted.is !== access.is;
  useEffect(() => {
    if (isOutdated) document.renew();
  }, [document, isOutdated]);
  const place = { workshop: view.workshop.id, session: session.id, group: plenaryGroup };
  const desk = isLoaded ? deskOf(document, place) : null;
  const canWrite = access.is === 'write' && granted?.is !== 'read' && connection.is !== 'ended';
  return (
    <>
      <WorkshopHeader view={view} now="note" shown={session.id} />
      {connection.is === 'ended' && (
        <Banner
          about="Connection"
          tone="bad"
          isNews
          action={
            <Button size="small" onClick={() => document.tryNow()}>
              Try again
            </Button>
          }
        >
          {connection.because.sentence} What you see here is on this device.
        </Banner>
      )}
      {access.is === 'read' && access.because === 'no-seat' && (
        <Banner
          about="Your name"
          action={
            <ButtonLink size="small" href={addresses.join(view.workshop.id)}>
              Say your name
            </ButtonLink>
          }
        >
          Say your name to write here.
        </Banner>
      )}
      {access.is === 'read' && access.because === 'frozen' && (
        <Banner about="Frozen" isNews>
          {session.title} is frozen. Nobody can write any more.
        </Banner>
      )}
      <main className={styles.main}>
        <div className={styles.head}>
          <PageTitle>Plenary note</PageTitle>
          <div className={styles.more}>
            {historyAccess(access).is !== 'none' && (
              <Link href={addresses.history(view.workshop.id, session.id, plenaryGroup)}>
                Earlier versions
              </Link>
            )}
            <PeopleHere document={document} />
          </div>
          <SaveLamp document={document} name={`${session.title} plenary`} />
        </div>
        {desk === null ? (
          <Loading>Fetching the note…</Loading>
        ) : (
          <Note desk={desk} live={live} canWrite={canWrite} />
        )}
      </main>
    </>
  );
}

/** The note, and below it what somebody will do: of a line of the note, or by hand. */
function Note({
  desk,
  live,
  canWrite,
}: {
  readonly desk: TableDesk;
  readonly live: LiveSession;
  readonly canWrite: boolean;
}) {
  const { view, session, board } = live;
  const [writers] = useState(() => writersOf(view, session, plenaryGroup));
  const hand = useDesk(live);
  const mayLead = permits[view.me.role].facilitate && board.session.phase !== 'frozen';
  const makeAction = () => {
    const text = lineAtCaret(desk.note.state).slice(0, longestAction);
    if (!mayLead || text === '') return;
    const action = { id: parseActionId(freshId()), text, owner: '', due: '' };
    hand.give({ is: 'put-action', action }, `Now an action item below the note: ${text}`);
  };
  useLayoutEffect(() => desk.setCanWrite(canWrite), [desk, canWrite]);
  useLayoutEffect(() => desk.leaveOutPoints(makeAction));
  return (
    <>
      <section aria-label="Note">
        <div className={styles.tools}>
          {canWrite && <ImageNewsStrip images={desk.controls.images} />}
          <NoteToolbar
            editor={desk.note}
            doc={desk.document.doc}
            controls={desk.controls}
            writers={writers}
            canWrite={canWrite}
            point={null}
            makes="Action item"
            onMakePoint={mayLead ? makeAction : null}
          />
        </div>
        <EditorPlace editor={desk.note} className={styles.editor} />
        <SlashMenuList menu={desk.controls.slash} />
      </section>
      {hand.problem !== null && (
        <p className={styles.problem} role="alert">
          {hand.problem}
        </p>
      )}
      <ActionItems hand={hand} mayChange={mayLead} />
      <Announce>{hand.said}</Announce>
    </>
  );
}
