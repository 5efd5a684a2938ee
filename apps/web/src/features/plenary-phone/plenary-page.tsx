import type { SessionId, WorkshopId } from '@reportback/domain';
import { LiveSessionPage } from '../../app/live-session.tsx';
import { FollowPlenary } from './follow-plenary.tsx';

/**
 * `/w/:workshop/s/:session/plenary`: the report-back in everybody's hand. It follows what is on the screen, and
 * shows a table that speaks its own card large.
 */
export default function PlenaryPage({
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
          <title>{`${live.session.title}: report-back`}</title>
          <FollowPlenary live={live} />
        </>
      )}
    </LiveSessionPage>
  );
}
