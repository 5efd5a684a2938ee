import { authorsOfBlock } from '@reportback/document';
import type { WritersView } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import type { Loadable } from '../app/answer.ts';
import { type Resource, useReadable } from '../app/resource.ts';
import { Button } from '../design/button.tsx';
import type { NoteControls } from './note-controls.ts';
import styles from './note-toolbar.module.css';
import { useEditorValue } from './use-editor-value.ts';
import { type BlockShare, whoWrote } from './who-wrote.ts';

/** In the tools' place: who wrote the paragraph that the caret is in. It follows the caret. */
export function WritersBar({
  editor,
  doc,
  controls,
  writers,
}: {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly controls: NoteControls;
  /** Whose the Yjs client ids are. */
  readonly writers: Resource<WritersView>;
}) {
  const known = useReadable(writers);
  const shares = useEditorValue(editor, () => authorsOfBlock(doc, pathOfCaret(editor)));
  useAskAbout(writers, known, shares);
  const end = () => controls.backToText(editor);
  return (
    <section className={styles.bar} aria-label="Who wrote this paragraph">
      <output className={styles.writers}>{whoWrote(shares, known)}</output>
      <Button size="small" kind="text" onClick={end}>
        Done
      </Button>
    </section>
  );
}

/** Asks once more when somebody has written meanwhile whom the server was not asked about. */
function useAskAbout(
  writers: Resource<WritersView>,
  known: Loadable<WritersView>,
  shares: readonly BlockShare[],
): void {
  const [asked] = useState(() => new Set<number>());
  useEffect(() => {
    const told = known.is === 'answer' ? known.value.writers : null;
    if (told === null) return;
    const unknown = shares.filter(
      ({ client }) => !asked.has(client) && !told.some((each) => each.client === client),
    );
    if (unknown.length === 0) return;
    for (const { client } of unknown) asked.add(client);
    void writers.refresh();
  }, [writers, known, shares, asked]);
}

/** The places of children on the way to the caret's block. */
function pathOfCaret({ state }: Editor): readonly number[] {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth }, (_, depth) => $from.index(depth));
}
