import { Button, ButtonLink } from '../../design/button.tsx';
import { NearControls } from '../../design/near-controls.tsx';
import type { useWallPages } from './use-wall-pages.ts';

/** Steers the wall; out of sight until the pointer moves or a key brings the focus here. */
export function WallControls({
  pages,
  presentation,
  findings,
  onLeave,
}: {
  /** Null where there is one page only. */
  readonly pages: ReturnType<typeof useWallPages> | null;
  /** Where one table after the other is shown. */
  readonly presentation: string;
  /** Where what the room makes of all that is shown, on the wall as well. */
  readonly findings: string;
  readonly onLeave: () => void;
}) {
  return (
    <NearControls label="The wall">
      {pages !== null && (
        <>
          <Button onClick={() => pages.turn(-1)}>Earlier tables</Button>
          <Button onClick={() => pages.turn(1)}>Later tables</Button>
          <Button aria-pressed={pages.isHeld} onClick={() => pages.hold(!pages.isHeld)}>
            {pages.isHeld ? 'Let the pages turn' : 'Hold this page'}
          </Button>
        </>
      )}
      <ButtonLink href={presentation}>Show the presentation</ButtonLink>
      <ButtonLink href={findings}>Show the findings</ButtonLink>
      <Button onClick={onLeave}>Leave the wall</Button>
    </NearControls>
  );
}
