import type { BoardCard } from '@reportback/domain';
import type { LiveSession } from '../../app/live-session.tsx';
import { alsoSaidBy, countVoices, isJoined, spokenPoints } from '../../app/spoken-points.ts';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { Button } from '../../design/button.tsx';
import { SameAsChoice } from '../findings/same-as-choice.tsx';
import styles from './gathered-voices.module.css';

/** What the room says to the card on the screen, point by point, and “same as” for what was said before. */
export function GatheredVoices({
  live,
  hand,
  card,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
  readonly card: BoardCard;
}) {
  const { board } = live;
  const { plenary, give } = hand;
  const others = spokenPoints(board.cards.filter(({ group }) => group !== card.group));
  return (
    <section aria-label="What the room says">
      <ol className={styles.points}>
        {spokenPoints([card]).map((point) => {
          const voices = board.plenary.voices.find((each) => each.point === point.id);
          const { usToo } = countVoices(board.plenary, [point.id]);
          const same = alsoSaidBy(plenary, board.cards, point.id);
          return (
            <li key={point.id} className={styles.point}>
              <p className={styles.text}>
                {point.text}
                {usToo > 0 && <b className={styles.count}> +{usToo}</b>}
              </p>
              {voices?.questions.map((remark) => (
                <p key={remark.id} className={styles.remark}>
                  <b>Question</b> {remark.text}
                </p>
              ))}
              {voices?.objections.map((remark) => (
                <p key={remark.id} className={styles.remark}>
                  <b>Objection</b> {remark.text}
                </p>
              ))}
              <div className={styles.same}>
                {same.length > 0 && (
                  <span>Same as {same.map(({ number }) => `Table ${number}`).join(', ')}</span>
                )}
                {isJoined(plenary, point.id) ? (
                  <Button
                    size="small"
                    onClick={() => give({ is: 'part-point', point: point.id }, 'Parted again.')}
                  >
                    Not the same
                  </Button>
                ) : (
                  <SameAsChoice
                    point={point}
                    others={others}
                    onChoose={(chosen) =>
                      give(
                        { is: 'join-point', point: point.id, same: chosen.id },
                        `Joined with Table ${chosen.card.number}.`,
                      )
                    }
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
