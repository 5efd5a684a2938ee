import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { pointsThatFit } from '@reportback/domain';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { PointItem } from './point-item.tsx';
import styles from './point-list.module.css';
import type { TableDesk } from './table-desk.ts';

/** The card's points in their order; they move by their number, with the pointer or with the keyboard. */
export function PointList({
  desk,
  canWrite,
}: {
  readonly desk: TableDesk;
  readonly canWrite: boolean;
}) {
  const points = useReadable(desk.shape.points);
  const changes = useReadable(desk.shape.changes);
  const hot = useReadable(desk.hot);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  function drop({ active, over }: DragEndEvent) {
    const from = points.findIndex(({ id }) => id === active.id);
    const to = points.findIndex(({ id }) => id === over?.id);
    const moved = points[from];
    if (moved === undefined || to === -1 || from === to) return;
    desk.movePoint(moved.id, points[to > from ? to + 1 : to]?.id ?? null);
  }

  return (
    <div>
      <h3 className={styles.label}>Key points</h3>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
        onDragEnd={drop}
        accessibility={{
          screenReaderInstructions: {
            draggable:
              'Press space to take the point, the arrow keys to move it, space to put it down, Escape to leave it where it was.',
          },
          announcements: announcements((id) => points.findIndex((point) => point.id === id) + 1),
        }}
      >
        <SortableContext items={points.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className={styles.points}>
            {points.map((point, index) => (
              <PointItem
                key={point.id}
                desk={desk}
                point={point}
                place={index + 1}
                canWrite={canWrite}
                isHot={hot === point.id}
                changes={changes.get(point.id)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {canWrite && (
        <div className={styles.foot}>
          {points.length === 0 && (
            <p className={styles.empty}>
              Press Ctrl ↵ in a line of the note to make it the first point.
            </p>
          )}
          <Button kind="text" size="small" onClick={() => desk.addPoint(null)}>
            Add a point
          </Button>
          {points.length > pointsThatFit && (
            <p className={styles.hint}>
              {points.length} points: {pointsThatFit} fit on the card and into the time. Which
              matter most?
            </p>
          )}
        </div>
      )}
      {!canWrite && points.length === 0 && <p className={styles.empty}>No points yet.</p>}
    </div>
  );
}

type Id = string | number;

function announcements(placeOf: (id: Id) => number) {
  const over = (id: Id | undefined) => (id === undefined ? 0 : placeOf(id));
  return {
    onDragStart: ({ active }: { active: { id: Id } }) => `Point ${placeOf(active.id)} taken.`,
    onDragOver: ({ over: target }: { over: { id: Id } | null }) =>
      target === null ? undefined : `Over place ${over(target.id)}.`,
    onDragEnd: ({ over: target }: { over: { id: Id } | null }) =>
      target === null ? 'Put back.' : `Put down at place ${over(target.id)}.`,
    onDragCancel: () => 'Put back.',
  };
}
