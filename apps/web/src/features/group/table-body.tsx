import type { Phase } from '@reportback/domain';
import { type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { phaseNames } from '../../design/phase-bar.tsx';
import { later } from '../../editor/later.tsx';
import { moveFocus } from '../../editor/roving-focus.ts';
import { whenIdle } from '../../editor/when-idle.ts';
import { CardPane } from './card-pane.tsx';
import { NotePane } from './note-pane.tsx';
import styles from './table-body.module.css';
import type { TableParts } from './table-parts.ts';

// An ornament: it comes after all that one writes with.
const LinkLine = later(
  async () => {
    await new Promise<void>((done) => whenIdle(done));
    return (await import('./link-line.tsx')).LinkLine;
  },
  () => null,
);

/** From this width on note and card stand side by side, with room for names and the line between them. */
const sideBySide = '(min-width: 1100px)';

/** Note and card: side by side where there is room, else two faces of one page. */
export function TableBody(parts: TableParts) {
  const { desk, canWrite } = parts;
  useLayoutEffect(() => desk.setCanWrite(canWrite), [desk, canWrite]);
  return useMedia(sideBySide) ? (
    <main className={styles.columns}>
      <NotePane {...parts} />
      <CardPane {...parts} />
      <Suspense>
        <LinkLine desk={desk} />
      </Suspense>
    </main>
  ) : (
    <Faces
      phase={parts.session.phase}
      note={<NotePane {...parts} />}
      card={<CardPane {...parts} />}
    />
  );
}

const faces = [
  { name: 'note', title: 'Note' },
  { name: 'card', title: 'Card' },
] as const;

/** Both faces stay on the page: the one that is hidden keeps its caret, its undo and its place. */
function Faces({
  phase,
  ...panels
}: Readonly<Record<(typeof faces)[number]['name'], ReactNode>> & { readonly phase: Phase }) {
  const [shown, setShown] = useState<(typeof faces)[number]['name']>('note');
  return (
    <main className={styles.faces}>
      <div
        className={styles.list}
        role="tablist"
        aria-label="Parts of the table"
        tabIndex={-1}
        onKeyDown={(pressed) => moveFocus(pressed, ['ArrowLeft', 'ArrowRight'])?.click()}
      >
        {faces.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={shown === name}
            aria-controls={`face-${name}`}
            tabIndex={shown === name ? 0 : -1}
            className={styles.tab}
            onClick={() => setShown(name)}
          >
            {title}
          </button>
        ))}
        <span className={styles.phase}>{phaseNames[phase]}</span>
      </div>
      {faces.map(({ name }) => (
        <div
          key={name}
          role="tabpanel"
          id={`face-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={shown !== name}
          className={styles.face}
        >
          {panels[name]}
        </div>
      ))}
    </main>
  );
}
