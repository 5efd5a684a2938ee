import { type CardTemplate, labelOf, parsePointId } from '@reportback/domain';
import { useLayoutEffect, useRef, useState } from 'react';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { RowDragging } from '../../design/row-drag.ts';
import { modKey } from '../../editor/mod-key.ts';
import { PointItem } from './point-item.tsx';
import styles from './point-list.module.css';
import type { TableDesk } from './table-desk.ts';

/** The card's points in their order; they move by their number, with the pointer or with the keyboard. */
export function PointList({
  desk,
  canWrite,
  template,
}: {
  readonly desk: TableDesk;
  readonly canWrite: boolean;
  readonly template: CardTemplate;
}) {
  const points = useReadable(desk.shape.points);
  const changes = useReadable(desk.shape.changes);
  const hot = useReadable(desk.hot);
  const list = useRef<HTMLOListElement>(null);
  const [dragging] = useState(
    () =>
      new RowDragging(
        parsePointId,
        // The line to the note would show the way to where the row was.
        () => desk.pointAt(null),
      ),
  );
  useLayoutEffect(
    () => dragging.onDrop((point, before) => desk.movePoint(point, before)),
    [dragging, desk],
  );
  const drag = useReadable(dragging.drag);

  if (template.points === '' && points.length === 0) return null;
  const { pointsAsked } = template;
  return (
    <div>
      <h3 className={styles.label}>{labelOf(template, 'points')}</h3>
      <ol ref={list} className={styles.points}>
        {points.map((point, index) => (
          <PointItem
            key={point.id}
            desk={desk}
            point={point}
            place={index + 1}
            canWrite={canWrite}
            isHot={hot === point.id}
            changes={changes.get(point.id)}
            drag={drag}
            onPress={(pressed) => {
              if (list.current) dragging.press(pressed, point.id, list.current);
            }}
          />
        ))}
      </ol>
      {points.length === 0 && (
        <p className={styles.empty}>
          {canWrite
            ? `Press ${modKey} ↵ in a line of the note to make it the first point.`
            : 'No points yet.'}
        </p>
      )}
      {canWrite && (
        <Button kind="text" size="small" className={styles.add} onClick={() => desk.addPoint(null)}>
          Add a point
        </Button>
      )}
      {pointsAsked > 0 && points.length > pointsAsked && (
        <p className={styles.hint}>
          {points.length} points: {pointsAsked} fit on the card and into the time. Which matter
          most?
        </p>
      )}
    </div>
  );
}
