import type { FeedState } from '@reportback/client/board-feed';
import type { Group, Session, WorkshopView } from '@reportback/domain';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useMedia } from '../../app/use-media.ts';
import { CardPane } from './card-pane.tsx';
import { LinkLine } from './link-line.tsx';
import { NotePane } from './note-pane.tsx';
import styles from './table-body.module.css';
import type { TableDesk } from './table-desk.ts';

export interface TableParts {
  readonly desk: TableDesk;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly canWrite: boolean;
  readonly feed: FeedState;
}

/** From this width on note and card stand side by side, with room for names and the line between them. */
const sideBySide = '(min-width: 1100px)';

/** Note and card: side by side where there is room, else two faces of one page. */
export function TableBody(parts: TableParts) {
  return useMedia(sideBySide) ? <Columns {...parts} /> : <Faces {...parts} />;
}

function Columns(parts: TableParts) {
  return (
    <main className={styles.columns}>
      <NotePane {...parts} />
      <CardPane {...parts} />
      <LinkLine desk={parts.desk} />
    </main>
  );
}

/** Both faces stay mounted: the other one keeps its caret, its undo and its place. */
function Faces(parts: TableParts) {
  const [face, setFace] = useState('note');
  return (
    <Tabs.Root className={styles.faces} value={face} onValueChange={setFace}>
      <Tabs.List className={styles.list} aria-label="Parts of the table">
        <Tabs.Trigger className={styles.tab} value="note">
          Note
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="card">
          Card
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.face} value="note" forceMount>
        <NotePane {...parts} />
      </Tabs.Content>
      <Tabs.Content className={styles.face} value="card" forceMount>
        <CardPane {...parts} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
