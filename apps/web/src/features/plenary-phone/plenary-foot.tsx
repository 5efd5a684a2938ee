import { tableAt, tablesIn } from '@reportback/domain';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { TableName } from '../../design/chip.tsx';
import { turnsToCome } from '../presentation/presentation-steps.ts';
import { WeAreDone } from '../reporter/we-are-done.tsx';
import styles from './plenary-foot.module.css';

/** Who comes next and when the own table does, and the ways on from here. */
export function PlenaryFoot({ live }: { readonly live: LiveSession }) {
  const { view, session, board } = live;
  const { presentation } = board.plenary.plenary;
  const own = tablesIn(view.groups, session).find(
    ({ id }) => id === tableAt(view.me.seat, session.id),
  );
  const waiting = turnsToCome(presentation, board.cards);
  const [next] = waiting;
  const before = waiting.findIndex(({ group }) => group === own?.id);
  const isUp = own !== undefined && presentation.spotlight?.group === own.id;
  const isSpeeches = presentation.mode === 'speeches' && board.session.phase === 'report-back';
  return (
    <footer className={styles.foot}>
      {next !== undefined && isSpeeches && (
        <p className={styles.next}>
          {before === 0 ? (
            <b className={styles.own}>You are next</b>
          ) : (
            <span className={styles.label}>Next{before > 0 && `, ${ownTurn(before)}`}</span>
          )}
          <TableName number={next.number} name={next.name} />
        </p>
      )}
      {isUp && (
        <WeAreDone live={live} group={own.id} isDone={presentation.spotlight?.done === true} />
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

/** @param before how many tables speak before the own one */
function ownTurn(before: number): string {
  return before === 1 ? 'then your table' : `${before} tables before yours`;
}
