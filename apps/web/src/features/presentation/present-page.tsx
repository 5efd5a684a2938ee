import type { SessionId, WorkshopId } from '@reportback/domain';
import { Redirect } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { LiveSessionPage } from '../../app/live-session.tsx';
import { useAspect } from '../../app/use-aspect.ts';
import { Presentation } from './presentation.tsx';

/** Upright screens are phones: the projector's type, a part of the height, would not leave them a line of words. */
const upright = 1.1;

/** `/w/:workshop/s/:session/present`: one group after the other, for the projector; a phone gets its own page. */
export default function PresentPage({
  workshop,
  session,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
}) {
  const aspect = useAspect();
  if (aspect < upright) return <Redirect to={addresses.plenary(workshop, session)} replace />;
  return (
    <LiveSessionPage workshop={workshop} session={session}>
      {(live) => (
        <>
          <title>{`${live.session.title}: presentation`}</title>
          <Presentation live={live} aspect={aspect} />
        </>
      )}
    </LiveSessionPage>
  );
}
