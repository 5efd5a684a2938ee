import { buildDoc, type DocumentName, type UpdateLog } from '@reportback/sync';
import type * as Y from 'yjs';

export type LoggedLook<Seen> =
  | { readonly is: 'read'; readonly value: Seen }
  | { readonly is: 'absent' }
  /** Its bytes are kept; `found` says what is wrong with them. */
  | { readonly is: 'damaged'; readonly found: string };

/** Looks at a document as its log has it. One that cannot be read is a value: it must harm no other. */
export async function lookAtLogged<Seen>(
  log: UpdateLog,
  document: DocumentName,
  look: (doc: Y.Doc) => Seen,
): Promise<LoggedLook<Seen>> {
  const loaded = await log.load(document);
  if (loaded.is !== 'loaded') return loaded;
  const { snapshot, rows } = loaded;
  const updates = rows.map(({ update }) => update);
  let doc: Y.Doc;
  try {
    doc = buildDoc(snapshot === undefined ? updates : [snapshot.state, ...updates]);
  } catch (error) {
    return { is: 'damaged', found: error instanceof Error ? error.message : String(error) };
  }
  try {
    return { is: 'read', value: look(doc) };
  } finally {
    doc.destroy();
  }
}
