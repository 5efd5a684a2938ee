import { useState } from 'react';
import type * as Y from 'yjs';
import styles from './plain-table.module.css';
import { textOf } from './rescue.ts';

/** A table's words, for a page that is too old to show them in its editor without harming them. */
export default function PlainTable({ doc }: { readonly doc: Y.Doc }) {
  const [text] = useState(() => textOf(doc));
  return (
    <main className={styles.page}>
      <pre className={styles.words}>{text}</pre>
    </main>
  );
}
