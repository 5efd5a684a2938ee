import { type ReactNode, useEffect, useState } from 'react';
import { classes } from './classes.ts';
import styles from './near-controls.module.css';

const shownFor = 3_000;

/** What steers a projector's picture: out of sight until the pointer moves or a key brings the focus here. */
export function NearControls({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
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
      aria-label={label}
    >
      {children}
    </div>
  );
}
