import { buildDoc, type DocumentName, type LoadOutcome, type UpdateLog } from '@reportback/sync';
import type * as Y from 'yjs';

/** A document as its log has it, for looking at; the caller destroys it. */
export function replayed({ snapshot, rows }: Extract<LoadOutcome, { is: 'loaded' }>): Y.Doc {
  const updates = rows.map(({ update }) => update);
  return buildDoc(snapshot === undefined ? updates : [snapshot.state, ...updates]);
}

/** Looks at a document as its log has it; null when there is none, or it is damaged. */
export async function lookAtLogged<Seen>(
  log: UpdateLog,
  document: DocumentName,
  look: (doc: Y.Doc) => Seen,
): Promise<Seen | null> {
  const loaded = await log.load(document);
  if (loaded.is !== 'loaded') return null;
  const doc = replayed(loaded);
  try {
    return look(doc);
  } finally {
    doc.destroy();
  }
}
