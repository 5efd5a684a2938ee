import { type Group, groupLabel, sessionsAt, type WorkshopView } from '@reportback/domain';
import { shownCode } from '../../app/join-code.ts';
import { chipLook } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { QrCode } from '../../design/qr-code.tsx';
import styles from './tent.module.css';

/** More sessions than these do not fit on half a sheet; the pages have them all. */
const mostSessions = 5;
/** Up to here everything is larger and a prompt has two lines, else one. */
const roomyUpTo = 3;
/** Up to here it has four. */
const fewUpTo = 2;

/** The card that stands on a table: its number, legible from across the room, the way in, and what is asked. */
export function Tent({
  group,
  view: { workshop, sessions: all },
  address,
  savesInk,
}: {
  readonly group: Group;
  readonly view: WorkshopView;
  /** The table's own link. */
  readonly address: string;
  readonly savesInk: boolean;
}) {
  const { colour, framed } = chipLook(group.number);
  const sessions = sessionsAt(group, all);
  return (
    <li className={styles.tent}>
      <div
        className={classes(
          styles.side,
          savesInk ? styles.plain : styles[`colour${colour}`],
          !savesInk && framed && styles.framed,
        )}
      >
        <p className={classes(styles.number, group.number > 9 && styles.long)}>{group.number}</p>
        <p className={styles.name}>{group.name === '' ? `Table ${group.number}` : group.name}</p>
      </div>
      <div className={styles.body}>
        <div className={styles.way}>
          <div>
            <p className={styles.lead}>Scan, type your name, write.</p>
            {workshop.joinCode !== null && (
              <p className={styles.code}>{shownCode(workshop.joinCode)}</p>
            )}
            <p className={styles.host}>{new URL(address).host}</p>
          </div>
          <QrCode
            className={styles.qr}
            address={address}
            label={`QR code of the link of ${groupLabel(group)}`}
          />
        </div>
        <ol
          className={classes(
            styles.sessions,
            sessions.length <= roomyUpTo && styles.roomy,
            sessions.length <= fewUpTo && styles.few,
          )}
        >
          {sessions
            .slice(0, mostSessions)
            .map(({ session: { id, start, title, prompt }, otherName }) => (
              <li key={id} className={styles.session}>
                <span className={styles.time}>{start}</span>
                <div className={styles.words}>
                  <p className={styles.title}>
                    {otherName === null ? title : `${title} (here: ${otherName})`}
                  </p>
                  {prompt !== '' && <p className={styles.prompt}>{prompt}</p>}
                </div>
              </li>
            ))}
        </ol>
        <p className={styles.roles}>
          <b>One scribe</b> keeps the card. <b>One reporter</b> speaks. <b>Everyone</b> may type.
        </p>
      </div>
    </li>
  );
}
