import { useSortable } from '@dnd-kit/sortable';
import type { CardPoint } from '@reportback/document';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { classes } from '../../design/classes.ts';
import { CardText, type LineHandlers } from '../../editor/card-text.tsx';
import { ChangeMark } from '../board/change-mark.tsx';
import styles from './point-item.module.css';
import type { TableDesk } from './table-desk.ts';

/** One point of the card: its number, which is also its handle, and its words. */
export function PointItem({
  desk,
  point,
  place,
  canWrite,
  isHot,
  changes,
}: {
  readonly desk: TableDesk;
  readonly point: CardPoint;
  readonly place: number;
  readonly canWrite: boolean;
  /** Whether its line of the note is under the pointer or the caret, or itself is. */
  readonly isHot: boolean;
  readonly changes: number | undefined;
}) {
  const { id } = point;
  const {
    setNodeRef,
    setActivatorNodeRef,
    attributes,
    listeners,
    transform,
    transition,
    isDragging,
  } = useSortable({ id, disabled: !canWrite });
  const handlers = useMemo<LineHandlers>(
    () => ({
      onFocus: (isInside) => {
        desk.enter(isInside ? `point ${desk.placeOf(id)}` : null);
        desk.writeIn(isInside ? id : null);
      },
      onEnter: () => desk.addPoint(id),
      onErase: () => desk.removePoint(id),
      onMove: (by) => desk.shiftPoint(id, by),
      onEditor: (editor) => desk.setPointEditor(id, editor),
    }),
    [desk, id],
  );
  return (
    <li
      ref={setNodeRef}
      data-row={id}
      className={classes(styles.point, isHot && styles.hot, isDragging && styles.moved)}
      style={{
        transform: transform === null ? undefined : `translateY(${transform.y}px)`,
        transition,
      }}
      onPointerEnter={() => desk.pointAt(id)}
      onPointerLeave={() => desk.pointAt(null)}
    >
      <ChangeMark changes={changes} />
      {canWrite ? (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles.place}
          {...attributes}
          {...listeners}
          aria-label={`Point ${place}: move it`}
        >
          {place}
        </button>
      ) : (
        <span className={styles.place}>{place}</span>
      )}
      <div className={styles.words}>
        <CardText
          text={desk.line(point.text)}
          handlers={handlers}
          canWrite={canWrite}
          label={`Point ${place}`}
          placeholder="What should the room know?"
        />
      </div>
      {canWrite && (
        <button
          type="button"
          className={styles.remove}
          aria-label={`Remove point ${place}`}
          title="Remove this point"
          onClick={() => desk.removePoint(id)}
        >
          <X size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
