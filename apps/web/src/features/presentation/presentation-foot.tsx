import { type BoardCard, groupLabel, type Plenary } from '@reportback/domain';
import { agendaWords } from '../../app/agenda-words.ts';
import { shownCode } from '../../app/join-code.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { useShownMessage } from '../../app/shown-message.ts';
import { Chip } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { QrCode } from '../../design/qr-code.tsx';
import { Unseen } from '../../design/unseen.tsx';
import { aroundNow } from './around-now.ts';
import styles from './presentation-foot.module.css';
import { inSpeakingOrder, nextToSpeak } from './presentation-steps.ts';

/**
 * The presentation's lower edge: who was heard, who comes, who is next, and the way in. What the room is told, by the
 * agenda or by who leads, stands here for a minute: never over the card.
 */
export function PresentationFoot({
  live,
  plenary,
  aspect,
  trouble,
}: {
  readonly live: LiveSession;
  readonly plenary: Plenary;
  readonly aspect: number;
  /** Why what is shown may be old, or what was not done; null while all is well. */
  readonly trouble: string | null;
}) {
  const { view, board, feed } = live;
  const { presentation } = plenary;
  const { clock, messages } = board.session;
  const message = useShownMessage(messages, null, feed.serverAhead);
  const soon = clock.announced === null ? '' : agendaWords(clock.announced, view.workshop.timeZone);
  const code = view.workshop.joinCode;
  const showsOrder = presentation.mode === 'speeches' && message === null;
  const order = inSpeakingOrder(presentation, board.cards);
  const next = nextToSpeak(presentation, board.cards);
  const now = order.findIndex(
    ({ group }) => group === (presentation.spotlight?.group ?? next?.group),
  );
  const shown = aroundNow(order, now, chipsThatFit(order.length, aspect, code !== null));
  return (
    <footer className={styles.foot}>
      {showsOrder && (
        <ol className={styles.order} aria-label="Order of the tables">
          {shown.map((card) => (
            <Turn
              key={card.group}
              card={card}
              isNow={card.group === presentation.spotlight?.group}
              isHeard={presentation.heard.includes(card.group)}
            />
          ))}
        </ol>
      )}
      <div className={styles.words}>
        <output className={classes(styles.told, styles.trouble)}>{trouble}</output>
        <output className={styles.told}>{message?.text}</output>
        <output className={styles.told}>{soon}</output>
        {showsOrder && (
          <p className={styles.next}>
            {next === null ? (
              presentation.spotlight !== null && 'The last one'
            ) : (
              <>
                {presentation.spotlight === null ? 'First' : 'Next'}{' '}
                <b>{next.name === '' ? groupLabel(next) : next.name}</b>
              </>
            )}
          </p>
        )}
      </div>
      {code !== null && (
        <div className={styles.join}>
          <div>
            <p className={styles.code}>{shownCode(code)}</p>
            <p className={styles.host}>{window.location.host}</p>
          </div>
          <QrCode
            className={styles.qr}
            address={`${window.location.origin}/join/${code}`}
            label={`QR code of the address to join, code ${shownCode(code)}`}
          />
        </div>
      )}
    </footer>
  );
}

function Turn({
  card,
  isNow,
  isHeard,
}: {
  readonly card: BoardCard;
  readonly isNow: boolean;
  readonly isHeard: boolean;
}) {
  if (isHeard && !isNow)
    return (
      <li className={styles.heard}>
        <s>{card.number}</s>
        <Unseen> was heard</Unseen>
      </li>
    );
  return (
    <li
      className={classes(styles.turn, isNow && styles.now)}
      aria-current={isNow ? 'step' : undefined}
    >
      <Chip number={card.number} />
    </li>
  );
}

/** In heights of the screen: the width of one turn, and what stands beside the turns. */
const turnWidth = 0.079;
const nextWidth = 0.42;
/** What is next may have less room where that lets all tables stand there. */
const narrowNextWidth = 0.34;
const joinWidth = 0.48;
const margins = 0.14;

function chipsThatFit(all: number, aspect: number, hasCode: boolean): number {
  const room = aspect - margins - (hasCode ? joinWidth : 0);
  if (all * turnWidth <= room - narrowNextWidth) return all;
  return Math.max(3, Math.floor((room - nextWidth) / turnWidth));
}
