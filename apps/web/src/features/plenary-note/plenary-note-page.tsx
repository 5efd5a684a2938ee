import { plenaryGroup, type SessionId, type WorkshopId } from '@reportback/domain';
import { Failure } from '../../app/failure.tsx';
import { type LiveSession, LiveSessionPage } from '../../app/live-session.tsx';
import { useReadable } from '../../app/resource.ts';
import { Loading, PageMessage } from '../../design/page-message.tsx';
import { standing } from '../group/standing.ts';
import { doorTo } from '../group/table-door.ts';
import { OpenPlenaryNote } from './open-plenary-note.tsx';

/** `/w/:workshop/s/:session/note`: the note of the whole room, for the open floor; everybody with a seat writes. */
export default function PlenaryNotePage({
  workshop,
  session,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
}) {
  return (
    <LiveSessionPage workshop={workshop} session={session}>
      {(live) => (
        <>
          <title>{`${live.session.title}: plenary note`}</title>
          <PlenaryNote key={session} live={live} />
        </>
      )}
    </LiveSessionPage>
  );
}

function PlenaryNote({ live }: { readonly live: LiveSession }) {
  const { view, session, board } = live;
  const access = standing(view, plenaryGroup, board.session);
  if (access.is === 'none')
    return (
      <main>
        <PageMessage title="Notes are not shown on a screen.">
          <p>Open this page on a phone or a laptop.</p>
        </PageMessage>
      </main>
    );
  return <NoteBehindDoor key={session.id} live={live} access={access} />;
}

function NoteBehindDoor({
  live,
  access,
}: {
  readonly live: LiveSession;
  readonly access: ReturnType<typeof standing>;
}) {
  const door = doorTo(live.session.id, plenaryGroup);
  const state = useReadable(door);
  switch (state.is) {
    case 'opening':
      return <Loading>Opening the note…</Loading>;
    case 'silent':
    case 'refused':
      return (
        <main>
          <Failure of={state} onRetry={door.open} />
        </main>
      );
    case 'open':
      return <OpenPlenaryNote document={state.document} live={live} access={access} />;
  }
}
