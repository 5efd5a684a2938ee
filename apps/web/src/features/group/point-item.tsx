import type { CardPoint } from '@reportback/document';
import type { PointId } from '@reportback/domain';
import { X } from 'lucide-react';
import type { PointerEvent } from 'react';
import { classes } from '../../design/classes.ts';
import type { RowDrag } from '../../design/row-drag.ts';
import { EditorPlace } from '../../editor/editor-place.tsx';
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
  drag,
  onPress,
}: {
  readonly desk: TableDesk;
  readonly point: CardPoint;
  readonly place: number;
  readonly canWrite: boolean;
  /** Whether its line of the note is under the pointer or the caret, or itself is. */
  readonly isHot: boolean;
  readonly changes: number | undefined;
  /** The drag that is under way in this list, of whichever point. */
  readonly drag: RowDrag<PointId> | null;
  readonly onPress: (pressed: PointerEvent<HTMLElement>) => void;
}) {
  const { id } = point;
  const isMoved = drag?.row === id;
  const offset = isMoved ? drag.offset : (drag?.room.get(id) ?? 0);
  return (
    <li
      data-row={id}
      className={classes(
        styles.point,
        isHot && styles.hot,
        isMoved && styles.moved,
        drag !== null && !isMoved && styles.making,
      )}
      style={offset === 0 ? undefined : { translate: `0 ${offset}px` }}
      onPointerEnter={() => desk.pointAt(id)}
      onPointerLeave={() => desk.pointAt(null)}
    >
      <ChangeMark changes={changes} />
      {canWrite ? (
        <button
          type="button"
          className={styles.place}
          aria-label={`Point ${place}: drag it, or move it with the arrow keys`}
          title="Drag to move"
          onPointerDown={onPress}
          onKeyDown={(pressed) => {
            if (pressed.key !== 'ArrowUp' && pressed.key !== 'ArrowDown') return;
            pressed.preventDefault();
            desk.shiftPoint(id, pressed.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          {place}
        </button>
      ) : (
        <span className={styles.place}>{place}</span>
      )}
      <EditorPlace editor={desk.point(point)} />
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
