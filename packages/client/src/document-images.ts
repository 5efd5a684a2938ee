import * as Y from 'yjs';
import type { Clock } from './clock.ts';
import type { ImageShelf } from './image-shelf.ts';
import { type ImagesStatus, overdueAfter } from './save-status.ts';

const none: ImagesStatus = { count: 0, since: 0, isUnderWay: false };

/**
 * Which images of one document only this device has. One that was refused counts as long as the note shows it:
 * whoever deletes it there has given it up.
 */
export class DocumentImages {
  private readonly name: string;
  private readonly doc: Y.Doc;
  private readonly shelf: ImageShelf | null;
  private readonly clock: Clock;
  private readonly changed: () => void;
  private readonly stops: (() => void)[] = [];
  private overdue: { cancel(): void } | null = null;

  constructor(
    name: string,
    doc: Y.Doc,
    shelf: ImageShelf | null,
    clock: Clock,
    changed: () => void,
  ) {
    this.name = name;
    this.doc = doc;
    this.shelf = shelf;
    this.clock = clock;
    this.changed = changed;
    if (shelf === null) return;
    this.stops.push(shelf.changes.subscribe(changed));
    const edited = () => {
      if (this.refused().length > 0) changed();
    };
    doc.on('update', edited);
    this.stops.push(() => doc.off('update', edited));
  }

  status(): ImagesStatus {
    const refused = new Set(this.refused());
    const shown = refused.size === 0 ? refused : imagesIn(this.doc);
    const images = (this.shelf?.unsettled(this.name) ?? []).filter(
      ({ id }) => !refused.has(id) || shown.has(id),
    );
    this.overdue?.cancel();
    this.overdue = null;
    if (images.length === 0) return none;
    const sending = images.flatMap(({ id }) => {
      const state = this.shelf?.state(id)?.get();
      return state?.is === 'sending' ? [state.since] : [];
    });
    const left = Math.min(...sending) + overdueAfter - this.clock.wallTime();
    const isUnderWay = sending.length > 0 && left > 0 && refused.size === 0;
    // It is said anew when that has become too long.
    if (isUnderWay) this.overdue = this.clock.after(left, this.changed);
    return {
      count: images.length,
      since: Math.min(...images.map(({ at }) => at)),
      isUnderWay,
    };
  }

  close(): void {
    this.overdue?.cancel();
    for (const stop of this.stops) stop();
  }

  private refused(): readonly string[] {
    const { shelf } = this;
    if (shelf === null) return [];
    return shelf
      .unsettled(this.name)
      .map(({ id }) => id)
      .filter((id) => shelf.state(id)?.get().is === 'refused');
  }
}

/** The ids of the images that a note shows. */
function imagesIn(doc: Y.Doc): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (element: Y.XmlFragment) => {
    for (const child of element.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      const id = child.getAttribute('image');
      if (child.nodeName === 'image' && typeof id === 'string') found.add(id);
      walk(child);
    }
  };
  walk(doc.getXmlFragment('note'));
  return found;
}
