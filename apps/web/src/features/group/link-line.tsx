import type { PointId } from '@reportback/domain';
import { useEffect, useRef } from 'react';
import { useReadable } from '../../app/resource.ts';
import styles from './link-line.module.css';
import type { TableDesk } from './table-desk.ts';

/** The line from a note's line to the point that it became, drawn while one of the two is hot. */
export function LinkLine({ desk }: { readonly desk: TableDesk }) {
  const hot = useReadable(desk.hot);
  return hot && <Line key={hot} desk={desk} point={hot} />;
}

function Line({ desk, point }: { readonly desk: TableDesk; readonly point: PointId }) {
  const path = useRef<SVGPathElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      path.current?.setAttribute('d', way(desk, point));
    };
    const drawSoon = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    const stops = [desk.shape.card.subscribe(drawSoon), desk.shape.points.subscribe(drawSoon)];
    desk.note.on('transaction', drawSoon);
    // Both columns scroll, and scrolling does not bubble.
    window.addEventListener('scroll', drawSoon, { capture: true, passive: true });
    window.addEventListener('resize', drawSoon);
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      desk.note.off('transaction', drawSoon);
      window.removeEventListener('scroll', drawSoon, { capture: true });
      window.removeEventListener('resize', drawSoon);
    };
  }, [desk, point]);
  return (
    <svg className={styles.line} aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}

/** From the end of the line's first row of words, through the gap, to the point's row; empty where one is out of sight. */
function way(desk: TableDesk, point: PointId): string {
  const source = desk.shape.points.get().find(({ id }) => id === point)?.source;
  const row = document.querySelector(`[data-row="${point}"]`)?.getBoundingClientRect();
  const block = source && desk.note.view.dom.querySelector<HTMLElement>(`[data-block="${source}"]`);
  if (!row || !block) return '';
  const column = block.closest('.ProseMirror')?.getBoundingClientRect();
  const box = block.getBoundingClientRect();
  const first = Number.parseFloat(getComputedStyle(block).lineHeight) / 2;
  const from = { x: box.right + 4, y: Math.round(box.top + first) + 0.5 };
  const to = { x: row.left, y: Math.round((row.top + row.bottom) / 2) + 0.5 };
  if (!column || to.x <= from.x || from.y < headerHeight || to.y < headerHeight) return '';
  // Behind the names that stand in the gap.
  const turn = Math.round(to.x) - 10.5;
  return `M${from.x} ${from.y}H${turn}V${to.y}H${to.x}`;
}

/** What stands above it covers the note: header and tools, in pixels. */
const headerHeight = 120;
