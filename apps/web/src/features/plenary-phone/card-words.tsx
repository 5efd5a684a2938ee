import { type BoardCard, labelOf, tableAt } from '@reportback/domain';
import type { LiveSession } from '../../app/live-session.tsx';
import { alsoSaidBy, countVoices, spokenPoints, voiceWords } from '../../app/spoken-points.ts';
import { hasVoice } from '../../app/use-voices.ts';
import { Chip } from '../../design/chip.tsx';
import styles from './card-words.module.css';
import { PointReactions } from './point-reactions.tsx';
import { SaidToo } from './said-too.tsx';

/** A card's points with what the room says, to add to where one may; its ask and its dissent. */
export function CardWords({
  live,
  card,
}: {
  readonly live: LiveSession;
  readonly card: BoardCard;
}) {
  const { view, board } = live;
  const template = board.session.cardTemplate;
  const isOpen = board.session.phase === 'report-back' || board.session.phase === 'amend';
  const own = tableAt(view.me.seat, board.session.id);
  const mayReact = isOpen && hasVoice(view) && own !== card.group;
  const ownCard = mayReact ? board.cards.find(({ group }) => group === own) : undefined;
  const points = spokenPoints([card]);
  return (
    <>
      {points.length === 0 && <p className={styles.none}>This card has no points yet.</p>}
      <ol>
        {points.map((point) => {
          const tables = alsoSaidBy(board.plenary.plenary, board.cards, point.id).filter(
            (other) => other !== ownCard,
          );
          const said = voiceWords(countVoices(board.plenary, [point.id]));
          return (
            <li key={point.id} className={styles.point}>
              <p className={styles.text}>{point.text}</p>
              {tables.map(({ number }) => (
                <p key={number} className={styles.same}>
                  <Chip number={number} spoken={false} /> Table {number} said this too
                </p>
              ))}
              {mayReact ? (
                <PointReactions live={live} point={point} />
              ) : (
                <p className={styles.said}>{said}</p>
              )}
              {ownCard && <SaidToo live={live} point={point} own={ownCard} />}
            </li>
          );
        })}
      </ol>
      {card.ask !== '' && (
        <section className={styles.more}>
          <h2 className={styles.label}>{labelOf(template, 'ask')}</h2>
          <p className={styles.text}>{card.ask}</p>
        </section>
      )}
      {card.dissent !== '' && (
        <section className={styles.more}>
          <h2 className={styles.label}>{labelOf(template, 'dissent')}</h2>
          <p className={styles.text}>{card.dissent}</p>
        </section>
      )}
    </>
  );
}
