import { Button } from '../../design/button.tsx';
import { NearControls } from '../../design/near-controls.tsx';
import type { PresenterKeys } from './use-presenter-keys.ts';

/**
 * Steers the presentation by pointer; out of sight until the pointer moves.
 * @param keys null for who may only watch
 */
export function PresentControls({
  keys,
  onUndo,
  onLeave,
}: {
  readonly keys: PresenterKeys | null;
  readonly onUndo: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <NearControls label="The presentation">
      {keys !== null && (
        <>
          <Button onClick={keys.back}>Back</Button>
          <Button kind="primary" onClick={keys.on}>
            On
          </Button>
          <Button onClick={keys.all}>Whole card</Button>
          <Button onClick={onUndo}>Undo</Button>
        </>
      )}
      {document.fullscreenEnabled && (
        <Button
          onClick={() =>
            // Refused without harm where the browser wants to be asked otherwise.
            void document.documentElement.requestFullscreen().catch(() => undefined)
          }
        >
          Full screen
        </Button>
      )}
      <Button onClick={onLeave}>Leave</Button>
    </NearControls>
  );
}
