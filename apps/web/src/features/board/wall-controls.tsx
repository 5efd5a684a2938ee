import { useEffect, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import type { useWallPages } from './use-wall-pages.ts';
import styles from './wall-controls.module.css';

const shownFor = 3_000;

/** Steers the wall; out of sight until the pointer moves or a key brings the focus here. */
export function WallControls({
  pages,
  onLeave,
}: {
  /** Null where there is one page only. */
  readonly pages: ReturnType<typeof useWallPages> | null;
  readonly onLeave: () => void;
}) {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      setIsNear(true);
      clearTimeout(timer);
      timer = setTimeout(() => setIsNear(false), shownFor);
    };
    window.addEventListener('pointermove', moved);
    return () => {
      window.removeEventListener('pointermove', moved);
      clearTimeout(timer);
    };
  }, []);
  return (
    <div
      className={classes(styles.controls, isNear && styles.near)}
      role="toolbar"
      aria-label="The wall"
    >
      {pages !== null && (
        <>
          <Button onClick={() => pages.turn(-1)}>Earlier tables</Button>
          <Button onClick={() => pages.turn(1)}>Later tables</Button>
          <Button aria-pressed={pages.isHeld} onClick={() => pages.hold(!pages.isHeld)}>
            {pages.isHeld ? 'Let the pages turn' : 'Hold this page'}
          </Button>
        </>
      )}
      <Button onClick={onLeave}>Leave the wall</Button>
    </div>
  );
}
