import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { blockIdAttribute, node } from './note-names.ts';

const id = blockIdAttribute.stored;

/**
 * Gives paragraphs and headings the attribute that points of the card refer to. It is empty until a point
 * is made (`linkBlock` sets it). Where an edit leaves two blocks with one id, as splitting and copying do, the first
 * that has words keeps it: so it stays with the line when somebody presses Enter before it or within it.
 */
export const BlockId = Extension.create({
  name: 'blockId',
  addGlobalAttributes() {
    return [
      {
        types: [node.paragraph, node.heading],
        attributes: {
          [id]: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute(blockIdAttribute.html),
            renderHTML: (attributes) => {
              const value: unknown = attributes[id];
              return typeof value === 'string' ? { [blockIdAttribute.html]: value } : {};
            },
          },
        },
      },
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, after) {
          const mine = transactions.some((each) => each.docChanged && !isFromElsewhere(each));
          return mine ? withoutCopies(after) : null;
        },
      }),
    ];
  },
});

/** What other people did is theirs to tidy up: who only reads must not write. */
function isFromElsewhere(transaction: Transaction): boolean {
  const sync: { readonly isChangeOrigin?: boolean } | undefined =
    transaction.getMeta(ySyncPluginKey);
  return sync?.isChangeOrigin === true;
}

interface Carrier {
  readonly position: number;
  readonly hasWords: boolean;
}

/** A transaction that takes each id from all but one of its blocks, or null where no block has a twin. */
function withoutCopies(state: EditorState): Transaction | null {
  const carriers = new Map<string, Carrier[]>();
  state.doc.descendants((block, position) => {
    const value: unknown = block.attrs[id];
    if (typeof value === 'string') {
      const carrier = { position, hasWords: block.content.size > 0 };
      carriers.set(value, [...(carriers.get(value) ?? []), carrier]);
    }
    return !block.isTextblock;
  });
  const tidy = state.tr;
  for (const twins of carriers.values()) {
    const keeper = twins.find(({ hasWords }) => hasWords) ?? twins[0];
    for (const twin of twins) if (twin !== keeper) tidy.setNodeAttribute(twin.position, id, null);
  }
  return tidy.docChanged ? tidy : null;
}
