import { groupLabel } from '@reportback/domain';
import { EditorContent } from '@tiptap/react';
import { useEffect, useMemo } from 'react';
import { useReadable } from '../../app/resource.ts';
import { NoteToolbar } from '../../editor/note-toolbar.tsx';
import { type PointLinks, showPointLinks } from '../../editor/point-links.ts';
import { SlashMenuList } from '../../editor/slash-menu-list.tsx';
import { useNoteEditor } from '../../editor/use-note-editor.ts';
import styles from './note-pane.module.css';
import type { TableParts } from './table-body.tsx';
import type { TableDesk } from './table-desk.ts';

/** The table's note with its tools and the session's prompt. */
export function NotePane({ desk, session, group, canWrite }: TableParts) {
  const editor = useNoteEditor(
    desk.note,
    desk.controls,
    desk.noteHandlers,
    canWrite,
    `Note of ${groupLabel(group)}`,
  );
  const links = usePointLinks(desk);
  useEffect(() => {
    desk.editor.set(editor);
    return () => desk.editor.set(null);
  }, [desk, editor]);
  useEffect(() => showPointLinks(editor.view, links), [editor, links]);

  const point = useReadable(desk.atCaret);
  return (
    <section className={styles.pane} aria-label="Note">
      {canWrite && (
        <div className={styles.tools}>
          <NoteToolbar
            editor={editor}
            controls={desk.controls}
            point={point === null ? null : desk.placeOf(point)}
            onMakePoint={() => desk.makePoint()}
          />
        </div>
      )}
      <div className={styles.text}>
        {session.prompt !== '' && (
          <details className={styles.prompt} open>
            <summary>Prompt</summary>
            <p>{session.prompt}</p>
          </details>
        )}
        <EditorContent editor={editor} className={styles.editor} />
      </div>
      <SlashMenuList menu={desk.controls.slash} />
    </section>
  );
}

function usePointLinks(desk: TableDesk): PointLinks {
  const points = useReadable(desk.shape.points);
  const hot = useReadable(desk.hot);
  return useMemo(() => {
    const places = new Map<string, number>();
    for (const [index, { source }] of points.entries())
      if (source !== null && !places.has(source)) places.set(source, index + 1);
    return { places, hot: points.find(({ id }) => id === hot)?.source ?? null };
  }, [points, hot]);
}
