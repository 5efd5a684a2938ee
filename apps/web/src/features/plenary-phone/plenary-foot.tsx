import { type BoardCard, tableAt, tablesIn } from '@reportback/domain';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { TableName } from '../../design/chip.tsx';
import styles from './plenary-foot.module.css';

/** Who comes next, and the ways on from here. */
export function PlenaryFoot({
  live,
  next,
}: {
  readonly live: LiveSession;
  readonly next: BoardCard | null;
}) {
  const { view, session, board } = live;
  const { presentation } = board.plenary.plenary;
  const own = tablesIn(view.groups, session).find(
    ({ id }) => id === tableAt(view.me.seat, session.id),
  );
  const isSpeeches = presentation.mode === 'speeches' && board.session.phase === 'report-back';
  return (
    <footer className={styles.foot}>
      {next !== null && isSpeeches && (
        <p className={styles.next}>
          <span className={styles.label}>Next</span>
          <TableName number={next.number} name={next.name} />
        </p>
      )}
      <nav className={styles.pages} aria-label="From here">
        {own && (
          <Link href={addresses.table(view.workshop.id, session.id, own.id)}>Your table</Link>
        )}
        <Link href={addresses.board(view.workshop.id, session.id)}>Board</Link>
        <Link href={addresses.plenaryNote(view.workshop.id, session.id)}>Note</Link>
        <Link href={addresses.findings(view.workshop.id, session.id)}>Findings</Link>
      </nav>
    </footer>
  );
}
