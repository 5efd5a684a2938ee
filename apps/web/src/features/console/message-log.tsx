import type { BoardCard, TableMessage } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import type { SessionPlace } from '../../app/api.ts';
import { localTime } from '../../app/local-time.ts';
import { useSteps } from '../../app/use-steps.ts';
import { messageWords } from '../findings/deed-words.ts';
import styles from './side.module.css';

interface Log {
  readonly place: SessionPlace;
  readonly cards: readonly BoardCard[];
  /** As the feed tells them: what else was said is asked for anew when they change. */
  readonly messages: readonly TableMessage[];
  readonly timeZone: string;
}

/** Every message of the session, whoever sent it, the newest first. */
export function MessageLog(log: Log) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.summary}>All messages so far</summary>
      {isOpen && <Messages {...log} />}
    </details>
  );
}

function Messages({ place, cards, messages, timeZone }: Log) {
  const steps = useSteps(place, messages);
  if (steps.is === 'loading') return <p className={styles.hint}>Asking…</p>;
  if (steps.is !== 'answer') return <p className={styles.hint}>{answerProblem(steps)}</p>;
  const said = steps.value.steps.flatMap(({ did, ...step }) =>
    did.is === 'message' ? [{ ...step, did }] : [],
  );
  if (said.length === 0)
    return <p className={styles.hint}>Nothing was said in this session yet.</p>;
  return (
    <ol>
      {said.toReversed().map(({ number, at, by, did }) => (
        <li key={number} className={styles.message}>
          <span className={styles.when}>{localTime(at, timeZone).time}</span>
          <span className={styles.words}>
            {messageWords(did, cards)} <span className={styles.by}>{by}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
