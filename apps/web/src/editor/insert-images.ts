import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/** What stands in the note of an image. */
export interface NoteImage {
  readonly image: string;
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Puts images behind the line at the caret, or in its place when it is empty, and the caret behind them.
 * @param at a position in the note instead of the caret's, or null
 */
export function insertImages(
  editor: Editor,
  images: readonly NoteImage[],
  at: number | null,
): void {
  const { state, view } = editor;
  const { image: type, paragraph } = state.schema.nodes;
  if (!type || !paragraph) return;
  const { tr } = state;
  const $at =
    at === null ? state.selection.$to : state.doc.resolve(Math.min(at, state.doc.content.size));
  let depth = $at.depth;
  while (depth > 0) {
    const index = $at.indexAfter(depth - 1);
    if ($at.node(depth - 1).canReplaceWith(index, index, type)) break;
    depth--;
  }
  const nodes: readonly Node[] = images.map((attrs) => type.create(attrs));
  const line = $at.parent;
  const isEmptyLine =
    line.type === paragraph &&
    line.content.size === 0 &&
    $at.depth > 0 &&
    $at.node(-1).canReplaceWith($at.index(-1), $at.index(-1) + 1, type);
  const start = isEmptyLine ? $at.before() : depth === 0 ? $at.pos : $at.after(depth);
  tr.replaceWith(start, isEmptyLine ? $at.after() : start, nodes);
  const end = start + nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  // There has to be a line to go on in.
  if (tr.doc.resolve(end).nodeAfter?.isTextblock !== true) tr.insert(end, paragraph.create());
  tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1)));
  view.dispatch(tr.scrollIntoView());
}
