import type { BoardCard, WorkshopView } from '@reportback/domain';
import { shownCode } from '../../app/join-code.ts';
import { Chip } from '../../design/chip.tsx';
import { QrCode } from '../../design/qr-code.tsx';
import styles from './wall-welcome.module.css';

/** More do not stand on one line of the wall. */
const mostChips = 16;

/** The wall before anybody has written: how to come in, and the tables that are waiting. */
export function WallWelcome({
  view,
  cards,
}: {
  readonly view: WorkshopView;
  readonly cards: readonly BoardCard[];
}) {
  const code = view.workshop.joinCode;
  const here = cards.filter((card) => card.people > 0).length;
  return (
    <div className={styles.welcome}>
      {code !== null && (
        <div className={styles.way}>
          <QrCode
            className={styles.qr}
            address={`${window.location.origin}/join/${code}`}
            label={`QR code of the address to join, code ${shownCode(code)}`}
          />
          <div>
            <p>
              Scan this, or open <b>{window.location.host}</b>
            </p>
            <p className={styles.code}>{shownCode(code)}</p>
          </div>
        </div>
      )}
      <p className={styles.waiting}>
        {here === 0
          ? `${cards.length} tables, nobody has written yet.`
          : `People are at ${here} of ${cards.length} tables. Nobody has written yet.`}
      </p>
      {cards.length <= mostChips && (
        <ul className={styles.tables} aria-label="Tables">
          {cards.map((card) => (
            <li key={card.group}>
              <Chip number={card.number} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
