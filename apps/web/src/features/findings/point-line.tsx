import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { classes } from '../../design/classes.ts';
import styles from './point-line.module.css';
import { PointWords } from './point-words.tsx';
import type { PlacedFamily } from './sorting.ts';

/** One point on the board: pressed it is chosen, dragged it moves, and its keys sort it. */
export function PointLine({
  live,
  family,
  isChosen,
  onChoose,
  onKey,
}: {
  readonly live: LiveSession;
  readonly family: PlacedFamily;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onKey: (pressed: KeyboardEvent, family: PlacedFamily) => void;
}) {
  const {
    setNodeRef: setDragged,
    listeners,
    isDragging,
  } = useDraggable({ id: `point:${family.at}` });
  const { setNodeRef: setTarget, isOver } = useDroppable({ id: `point:${family.at}` });
  return (
    <li ref={setTarget} className={classes(styles.line, isOver && !isDragging && styles.target)}>
      <button
        ref={setDragged}
        type="button"
        className={classes(styles.point, isChosen && styles.chosen, isDragging && styles.dragged)}
        aria-pressed={isChosen}
        aria-describedby="sorting-keys"
        data-point={family.at}
        {...listeners}
        onClick={onChoose}
        onKeyDown={(pressed) => onKey(pressed, family)}
      >
        <PointWords live={live} family={family} />
      </button>
    </li>
  );
}
