import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { firstName } from '../app/first-name.ts';
import { personClass } from '../design/person-class.ts';
import styles from './carets.module.css';
import { personPlace } from './person-colour.ts';

/**
 * Others' carets and selections. The name stands in the margin beside the caret's line, never on the
 * words: it is positioned against the editor's box and keeps the line's own height by having no `top`.
 */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',
  priority: 999,
  addOptions: () => ({ awareness: null }),
  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (awareness === null) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: caret,
        selectionBuilder: (user: CaretUser) => ({
          class: `${styles['selection']} ${personClass(personPlace(user.color))}`,
        }),
      }),
      new Plugin({ view: (view) => keepNamesApart(view) }),
    ];
  },
});

/** What the binding hands over of a person's presence; it fills in what is missing. */
interface CaretUser {
  readonly name: string;
  readonly color: string;
}

function caret({ name, color }: CaretUser): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `${styles['caret']} ${personClass(personPlace(color))}`;
  mark.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = styles['name'] ?? '';
  // Generated content: a name is not among the words that are copied, found or read out.
  label.dataset['name'] = firstName(name);
  label.dataset['initial'] = name.trim().slice(0, 1);
  mark.append(label);
  return mark;
}

/** Names of carets on one line stand one after the other. Looks once a frame, and only while there are any. */
function keepNamesApart(view: EditorView): { update(): void; destroy(): void } {
  let frame = 0;
  const look = () => {
    frame = 0;
    const names = view.dom.querySelectorAll<HTMLElement>(`.${styles['name']}`);
    const ends = new Map<number, number>();
    for (const name of names) {
      const line = Math.round(name.offsetTop / 8);
      const end = ends.get(line) ?? 0;
      name.style.translate = end === 0 ? '' : `${end}px`;
      ends.set(line, end + name.offsetWidth + 8);
    }
  };
  return {
    update: () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    },
    destroy: () => cancelAnimationFrame(frame),
  };
}
