import type { WorkshopView } from '@reportback/domain';
import { shownCode } from '../../app/join-code.ts';
import { QrCode } from '../../design/qr-code.tsx';
import styles from './wall-band.module.css';

/** The way in, at the edge of what the projector shows; nothing for who may not see it. */
export function WallJoin({ workshop: { joinCode: code } }: Pick<WorkshopView, 'workshop'>) {
  if (code === null) return null;
  return (
    <div className={styles.join}>
      <div>
        <p className={styles.code}>{shownCode(code)}</p>
        <p className={styles.sub}>{window.location.host}</p>
      </div>
      <QrCode
        className={styles.qr}
        address={`${window.location.origin}/join/${code}`}
        label={`QR code of the address to join, code ${shownCode(code)}`}
      />
    </div>
  );
}
