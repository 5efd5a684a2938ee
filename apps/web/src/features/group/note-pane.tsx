import { useEffect, useMemo, useState } from 'react';
import { useReadable } from '../../app/resource.ts';
import { writersOf } from '../../app/writers-of.ts';
import { EditorPlace } from '../../editor/editor-place.tsx';
import { ImageNewsStrip } from '../../editor/image-news-strip.tsx';
import { NoteToolbar } from '../../editor/note-toolbar.tsx';
import { type PointLinks, showPointLinks } from '../../editor/point-links.ts';
import { SlashMenuList } from '../../editor/slash-menu-list.tsx';
import styles from './note-pane.module.css';
import { Prompt } from './prompt.tsx';
import type { TableDesk } from './table-desk.ts';
import type { TableParts } from './table-parts.ts';

/** The table's note with its tools and the session's prompt. */
export function NotePane({ desk, view, session, group, canWrite }: TableParts) {
  const [writers] = useState(() => writersOf(view, session, group.id));
  const links = usePointLinks(desk);
  const point = useReadable(desk.atCaret);
  useEffect(() => showPointLinks(desk.note.view, links), [desk, links]);
  return (
    <section className={styles.pane} aria-label="Note">
      <div className={styles.tools}>
        {canWrite && <ImageNewsStrip images={desk.controls.images} />}
        <NoteToolbar
          editor={desk.note}
          doc={desk.document.doc}
          controls={desk.controls}
          writers={writers}
          canWrite={canWrite}
          point={point === null ? null : desk.placeOf(point)}
          onMakePoint={() => desk.makePoint()}
        />
      </div>
      <div className={styles.text}>
        {session.prompt !== '' && <Prompt>{session.prompt}</Prompt>}
        <EditorPlace editor={desk.note} className={styles.editor} />
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
