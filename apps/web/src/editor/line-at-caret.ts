import type { EditorState } from '@tiptap/pm/state';

/** The words of the line at the caret, or those of it that are selected; empty where there are none. */
export function lineAtCaret({ selection, doc }: EditorState): string {
  const { $from, $to, from, to, empty } = selection;
  // Between two lines, as at an image, there is no line.
  if (!$from.parent.isTextblock) return '';
  const isPart = !empty && $from.sameParent($to);
  const words = isPart ? doc.textBetween(from, to, ' ', ' ') : $from.parent.textContent;
  return words.trim().replaceAll(/\s+/g, ' ');
}
