import type { Node, Schema } from '@tiptap/pm/model';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** What an editor bound to a fragment shows. */
export function shown(fragment: Y.XmlFragment, schema: Schema): Node {
  return initProseMirrorDoc(fragment, schema).doc;
}

/** Does in a fragment what an editor bound to it would write for a change. */
export function changes(
  fragment: Y.XmlFragment,
  schema: Schema,
  change: (transaction: Transaction) => Transaction,
): void {
  const { doc, meta } = initProseMirrorDoc(fragment, schema);
  const changed = change(EditorState.create({ doc }).tr).doc;
  const owner = fragment.doc;
  if (owner === null) throw new Error('An editor binds only to what belongs to a document.');
  owner.transact(() => updateYFragment(owner, fragment, changed, meta), ySyncPluginKey);
}

/** Types a text at a place, in ProseMirror's counting. */
export function types(fragment: Y.XmlFragment, schema: Schema, text: string, at: number): void {
  changes(fragment, schema, (transaction) => transaction.insertText(text, at));
}
