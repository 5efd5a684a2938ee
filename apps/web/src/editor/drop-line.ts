import { Extension } from '@tiptap/core';
import { Plugin, type PluginView } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fetched } from './fetched.ts';

/** A line where what is dragged over the note would land. What draws it is fetched when something is first dragged. */
export const DropLine = Extension.create({
  name: 'dropLine',
  addProseMirrorPlugins: () => [new Plugin({ view: followDrags })],
});

function followDrags(view: EditorView): PluginView {
  let line: PluginView | null = null;
  let isGone = false;
  const begin = async () => {
    const drawing = await fetched(import('@tiptap/pm/dropcursor'));
    if (drawing === null || isGone) return;
    line = drawing.dropCursor({ color: 'currentColor' }).spec.view?.(view) ?? null;
  };
  const { dom } = view;
  const listener = () => void begin();
  dom.addEventListener('dragenter', listener, { once: true });
  return {
    update: (now, before) => line?.update?.(now, before),
    destroy: () => {
      isGone = true;
      dom.removeEventListener('dragenter', listener);
      line?.destroy?.();
    },
  };
}
