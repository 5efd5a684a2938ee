import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** The letter left of the caret, by its identity, and what it is. */
interface LeftLetter {
  readonly place: Y.RelativePosition;
  readonly letter: string;
}

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Mapping } | null;
}

/** Which of the editor's nodes stand for which of Yjs's. */
type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2];

/**
 * Keeps the caret behind the letter that this person typed last. The binding ties it to what follows, so that
 * text which somebody else writes in the same place would come between two letters of one's own word. A
 * caret behind somebody else's letter is left to the binding.
 */
export const SteadyCaret = Extension.create({
  name: 'steadyCaret',
  addProseMirrorPlugins() {
    let left: LeftLetter | null = null;
    return [
      new Plugin({
        key: new PluginKey('steadyCaret'),
        view: (view) => {
          const { doc } = syncOf(view.state);
          const note = () => {
            left = leftLetter(view);
          };
          const forget = () => {
            left = null;
          };
          doc.on('beforeAllTransactions', note);
          doc.on('afterAllTransactions', forget);
          return {
            destroy: () => {
              doc.off('beforeAllTransactions', note);
              doc.off('afterAllTransactions', forget);
            },
          };
        },
        appendTransaction: (transactions, _before, state) => {
          const fromOthers = transactions.some((each) => {
            const meta: { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean } | undefined =
              each.getMeta(ySyncPluginKey);
            return meta?.isChangeOrigin === true && meta.isUndoRedoOperation !== true;
          });
          if (!fromOthers || left === null) return null;
          const caret = behind(left, state);
          if (caret === null || caret === state.selection.head) return null;
          return state.tr
            .setSelection(TextSelection.create(state.doc, caret))
            .setMeta('addToHistory', false);
        },
      }),
    ];
  },
});

function syncOf(state: EditorState): SyncState {
  return ySyncPluginKey.getState(state);
}

function leftLetter({ state }: EditorView): LeftLetter | null {
  const { head, empty, $head } = state.selection;
  const { doc, type, binding } = syncOf(state);
  if (!empty || $head.parentOffset === 0 || binding === null) return null;
  const letter = state.doc.textBetween(head - 1, head);
  if (letter === '') return null;
  // The binding names the beginning of a text by the text; what is wanted is the letter that stands there.
  const found: Y.RelativePosition = absolutePositionToRelativePosition(
    head - 1,
    type,
    binding.mapping,
  );
  const at = Y.createAbsolutePositionFromRelativePosition(found, doc);
  if (at === null) return null;
  const place = Y.createRelativePositionFromTypeIndex(at.type, at.index, 0);
  return place.item?.client === doc.clientID ? { place, letter } : null;
}

/** The place behind a letter, or null when it is not there any more. */
function behind({ place, letter }: LeftLetter, state: EditorState): number | null {
  const { doc, type, binding } = syncOf(state);
  if (binding === null) return null;
  const at: number | null = relativePositionToAbsolutePosition(doc, type, place, binding.mapping);
  if (at === null || at + 1 > state.doc.content.size) return null;
  return state.doc.textBetween(at, at + 1) === letter ? at + 1 : null;
}
