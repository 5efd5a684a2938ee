import { Settable } from '@reportback/client/readable';
import type { PointerEvent } from 'react';
import { type PlacedRow, placeOf, roomFor } from './row-places.ts';

/** A row under way: how far it is from its place, and how far each other row makes room, in pixels. */
export interface RowDrag<Id extends string> {
  readonly row: Id;
  readonly offset: number;
  readonly room: ReadonlyMap<Id, number>;
}

/** A press becomes a drag once the pointer has moved this far, in pixels. */
const threshold = 4;

/**
 * Dragging a row up and down its list by its handle, with a mouse, a pen or a finger. The keyboard has
 * keys of its own for the same.
 */
export class RowDragging<Id extends string> {
  readonly drag = new Settable<RowDrag<Id> | null>(null);
  private readonly read: (id: string) => Id;
  private readonly begin: () => void;
  private drop: (row: Id, before: Id | null) => void = () => undefined;

  /**
   * @param read takes an id off a row
   * @param begin is called when a press has become a drag
   */
  constructor(read: (id: string) => Id, begin: () => void = () => undefined) {
    this.read = read;
    this.begin = begin;
  }

  /** @param drop moves a row before another one, or behind all for null; called with the list as it is at the drop */
  onDrop(drop: (row: Id, before: Id | null) => void): void {
    this.drop = drop;
  }

  /**
   * Begins with a press on a row's handle.
   * @param list holds the rows, each with its id as `data-row`
   */
  press(pressed: PointerEvent<HTMLElement>, row: Id, list: HTMLElement): void {
    if (pressed.button !== 0) return;
    const handle: HTMLElement = pressed.currentTarget;
    const start = pressed.clientY + list.scrollTop;
    const rows = this.rowsOf(list);
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
        this.drag.set({ row, offset, room: roomFor(rows, row, offset) });
      },
      { signal },
    );
    const end = (isDropped: boolean) => (event: globalThis.PointerEvent) => {
      ended.abort();
      const wasDragged = this.drag.get() !== null;
      this.drag.set(null);
      if (!isDropped || !wasDragged) return;
      const others = rows.filter(({ id }) => id !== row);
      const place = placeOf(rows, row, offsetOf(event));
      this.drop(row, others[place]?.id ?? null);
    };
    // Else a finger that leaves in motion flings the page, be there nothing to scroll, and the browser takes the next
    // tap for a hand that stops it.
    handle.addEventListener('touchmove', (moved) => moved.preventDefault(), {
      signal,
      passive: false,
    });
    handle.addEventListener('pointerup', end(true), { signal });
    handle.addEventListener('pointercancel', end(false), { signal });
    handle.addEventListener('lostpointercapture', end(false), { signal });
  }

  private rowsOf(list: HTMLElement): readonly PlacedRow<Id>[] {
    return [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
      id: this.read(row.dataset['row'] ?? ''),
      top: row.offsetTop,
      height: row.offsetHeight,
    }));
  }
}
