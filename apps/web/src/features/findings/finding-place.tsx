import { useDraggable } from '@dnd-kit/core';
import type { Finding } from '@reportback/domain';
import { classes } from '../../design/classes.ts';
import type { FindingParts } from './finding-parts.ts';
import styles from './finding-place.module.css';
import { beforeAfterMove } from './sorting.ts';

/**
 * A finding's number, which is also its handle. While people vote it is only a number, and holds.
 * @param isDraggable false in the list, where it is moved by keys alone
 */
export function FindingPlace({
  hand: { plenary, give },
  maySort,
  finding: { id },
  place,
  isDraggable,
}: Pick<FindingParts, 'hand' | 'maySort'> & {
  readonly finding: Finding;
  readonly place: number;
  readonly isDraggable: boolean;
}) {
  const { setNodeRef, listeners } = useDraggable({ id: `finding:${id}` });
  if (!maySort || plenary.vote.is === 'open') return <span className={styles.place}>{place}</span>;
  const how = isDraggable ? 'drag it, or move it with the arrow keys' : 'moved by the arrow keys';
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={classes(styles.place, isDraggable && styles.handle)}
      aria-label={`Finding ${place}: ${how}`}
      title={isDraggable ? 'Drag to move' : undefined}
      {...listeners}
      onKeyDown={(pressed) => {
        if (pressed.key !== 'ArrowUp' && pressed.key !== 'ArrowDown') return;
        pressed.preventDefault();
        const by = pressed.key === 'ArrowUp' ? -1 : 1;
        const before = beforeAfterMove(plenary.findings, id, by);
        if (before === undefined) return;
        give({ is: 'place-finding', finding: id, before }, `Now finding ${place + by}.`);
      }}
    >
      {place}
    </button>
  );
}
