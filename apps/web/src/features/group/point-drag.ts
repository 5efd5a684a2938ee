import { Settable } from '@reportback/client/readable';
import { type PointId, parsePointId } from '@reportback/domain';
import type { PointerEvent } from 'react';
import { type PointRow, placeOf, roomFor } from './point-places.ts';

/** A point under way: how far its row is from its place, and how far each other row makes room, in pixels. */
export interface PointDrag {
  readonly point: PointId;
  readonly offset: number;
  readonly room: ReadonlyMap<PointId, number>;
}

/** A press becomes a drag once the pointer has moved this far, in pixels. */
const threshold = 4;

/**
 * Dragging a point up and down its list by its handle, with a mouse, a pen or a finger. The keyboard has
 * keys of its own for the same.
 */
export class PointDragging {
  readonly drag = new Settable<PointDrag | null>(null);
  private readonly begin: () => void;
  private readonly drop: (point: PointId, before: PointId | null) => void;

  /**
   * @param begin is called when a press has become a drag
   * @param drop moves a point before another one, or behind all for null
   */
  constructor(begin: () => void, drop: (point: PointId, before: PointId | null) => void) {
    this.begin = begin;
    this.drop = drop;
  }

  /**
   * Begins with a press on a point's handle.
   * @param list holds the rows, each with its point's id as `data-row`
   */
  press(pressed: PointerEvent<HTMLElement>, point: PointId, list: HTMLElement): void {
    if (pressed.button !== 0) return;
    const handle: HTMLElement = pressed.currentTarget;
    const start = pressed.clientY + list.scrollTop;
    const rows = rowsOf(list);
    const ended = new AbortController();
    const { signal } = ended;
    const offsetOf = (event: { readonly clientY: number }) =>
      event.clientY + list.scrollTop - start;
    handle.setPointerCapture(pressed.pointerId);
    handle.addEventListener(
      'pointermove',
      (moved) => {
        const offset = offsetOf(moved);
        if (this.drag.get() === null && Math.abs(offset) < threshold) return;
        if (this.drag.get() === null) this.begin();
        this.drag.set({ point, offset, room: roomFor(rows, point, offset) });
      },
      { signal },
    );
    const end = (isDropped: boolean) => (event: globalThis.PointerEvent) => {
      ended.abort();
      const wasDragged = this.drag.get() !== null;
      this.drag.set(null);
      if (!isDropped || !wasDragged) return;
      const others = rows.filter(({ id }) => id !== point);
      const place = placeOf(rows, point, offsetOf(event));
      this.drop(point, others[place]?.id ?? null);
    };
    handle.addEventListener('pointerup', end(true), { signal });
    handle.addEventListener('pointercancel', end(false), { signal });
    handle.addEventListener('lostpointercapture', end(false), { signal });
  }
}

function rowsOf(list: HTMLElement): readonly PointRow[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    id: parsePointId(row.dataset['row'] ?? ''),
    top: row.offsetTop,
    height: row.offsetHeight,
  }));
}
