import { type BoardCard, parseCommandId, samePoints } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { freshId } from '../../app/new-ids.ts';
import { type SpokenPoint, spokenPoints } from '../../app/spoken-points.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import { Unseen } from '../../design/unseen.tsx';
import styles from './said-too.module.css';

/** “Table 2 said this too”: joins a point of one's own table with the one that is shown; taken back as easily. */
export function SaidToo({
  live: { view, session, board },
  point,
  own,
}: {
  readonly live: LiveSession;
  readonly point: SpokenPoint;
  /** The card of this person's table. */
  readonly own: BoardCard;
}) {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const points = spokenPoints([own]);
  const family = samePoints(board.plenary.plenary, point.id);
  const joined = points.filter(({ id }) => family.includes(id));
  if (points.length === 0) return null;

  async function say(ownPoint: SpokenPoint, same: boolean) {
    setIsSending(true);
    const id = parseCommandId(freshId());
    const place = { workshop: view.workshop.id, session: session.id };
    const answer = await insist(() =>
      api.saySame(place, {
        id,
        group: own.group,
        point: ownPoint.id,
        other: { group: point.card.group, point: point.id },
        same,
      }),
    );
    setIsSending(false);
    setProblem(answer.is === 'answer' ? null : answerProblem(answer));
  }

  return (
    <div className={styles.said}>
      {joined.map((ownPoint) => (
        <div key={ownPoint.id} className={styles.joined}>
          <Chip number={own.number} spoken={false} />
          <p className={styles.words}>
            Your table said this too: <span className={styles.text}>{ownPoint.text}</span>
          </p>
          <Button size="small" disabled={isSending} onClick={() => void say(ownPoint, false)}>
            Not the same<Unseen> as {point.text}</Unseen>
          </Button>
        </div>
      ))}
      {joined.length === 0 && (
        <select
          className={styles.choice}
          aria-label={`Table ${own.number} said this too, for: ${point.text}`}
          disabled={isSending}
          value=""
          onChange={({ target: { value } }) => {
            const chosen = points.find(({ id }) => id === value);
            if (chosen) void say(chosen, true);
          }}
        >
          <option value="">Table {own.number} said this too…</option>
          {points.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
