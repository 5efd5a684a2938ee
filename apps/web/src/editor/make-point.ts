import {
  addPoint,
  addPointFromBlock,
  blockAt,
  cardMap,
  linkBlock,
  pointsOf,
} from '@reportback/document';
import { type Inline, type PointId, parsePointId } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { freshId } from '../app/new-ids.ts';
import type { PageUndo } from './page-undo.ts';
import { blockAtCaret } from './point-links.ts';

/** What came of making the line at the caret a point of the card. */
export type MadePoint =
  | { readonly is: 'made'; readonly point: PointId }
  /** The line is one already. */
  | { readonly is: 'there'; readonly point: PointId }
  /** An empty line, or one that cannot be a point, such as code. */
  | { readonly is: 'nothing' };

/** The point that the line at the caret was made into, or null. */
export function pointAtCaret(state: EditorState, doc: Y.Doc): PointId | null {
  const block = blockAtCaret(state);
  if (block === null) return null;
  return pointsOf(cardMap(doc)).find((point) => point.source === block)?.id ?? null;
}

/**
 * Makes the line at the caret a point, with its words and a link back to it; of a selection within one line
 * only the selected words.
 */
export function makePoint(editor: Editor, doc: Y.Doc, undo: PageUndo): MadePoint {
  const { state } = editor;
  const { $from, empty } = state.selection;
  const there = pointAtCaret(state, doc);
  if (there !== null && empty) return { is: 'there', point: there };
  const path = Array.from({ length: $from.depth }, (_, depth) => $from.index(depth));
  const block = blockAt(doc, path);
  if (block === null || $from.parent.textContent.trim() === '') return { is: 'nothing' };
  const point = parsePointId(freshId());
  const words = selectedWords(state);
  undo.stopCapturing();
  const isMade =
    words === null
      ? addPointFromBlock(doc, point, block)
      : addPoint(doc, { id: point, text: words, source: linkBlock(doc, block) });
  undo.stopCapturing();
  return isMade ? { is: 'made', point } : { is: 'nothing' };
}

/** The selected words of one line as plain text, or null when the whole line is meant. */
function selectedWords({ selection, doc }: EditorState): readonly Inline[] | null {
  const { $from, $to, empty } = selection;
  if (empty || !$from.sameParent($to)) return null;
  const text = doc.textBetween($from.pos, $to.pos, ' ', ' ').trim();
  return text === '' ? null : [{ kind: 'text', text, marks: [] }];
}
