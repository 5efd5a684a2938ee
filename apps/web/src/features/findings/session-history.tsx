import type { SessionDeed } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { localTime } from '../../app/local-time.ts';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { useSteps } from '../../app/use-steps.ts';
import { Button } from '../../design/button.tsx';
import { deedWords } from './deed-words.ts';
import styles from './session-history.module.css';

/** Everything that was done to the session, newest first; what was done to the plenary can be undone and redone. */
export function SessionHistory({
  live,
  hand,
}: {
  readonly live: LiveSession;
  readonly hand: PlenaryDesk;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.summary}>What was done, and undo</summary>
      {isOpen && <Steps live={live} hand={hand} />}
    </details>
  );
}

function Steps({ live, hand }: { readonly live: LiveSession; readonly hand: PlenaryDesk }) {
  const { view, session, board } = live;
  const told = board.plenary.plenary;
  const steps = useSteps({ workshop: view.workshop.id, session: session.id }, told);
  if (steps.is === 'loading') return <p>Asking…</p>;
  if (steps.is !== 'answer') return <p>{answerProblem(steps)}</p>;
  const { steps: all } = steps.value;
  /** What was undone is said, not only its number. */
  const wordsOf = (did: SessionDeed): string => {
    const isOfStep = did.is === 'undo' || did.is === 'redo';
    const meant = isOfStep ? all.find(({ number }) => number === did.step) : undefined;
    return isOfStep && meant
      ? `${did.is === 'undo' ? 'Undid' : 'Redid'}: ${deedWords(meant.did, board.cards, told)}`
      : deedWords(did, board.cards, told);
  };
  return (
    <ol className={styles.steps}>
      {all.toReversed().map((step) => {
        const words = wordsOf(step.did);
        return (
          <li key={step.number} className={styles.step}>
            <span className={styles.when}>{localTime(step.at, view.workshop.timeZone).time}</span>
            <span className={styles.words}>
              {step.undone ? <s>{words}</s> : words}
              <span className={styles.by}> {step.by}</span>
            </span>
            {step.did.is === 'plenary' && (
              <Button
                size="small"
                kind="text"
                aria-label={`${step.undone ? 'Redo' : 'Undo'}: ${words}`}
                onClick={() =>
                  void (step.undone ? hand.desk.redo(step.number) : hand.desk.undo(step.number))
                }
              >
                {step.undone ? 'Redo' : 'Undo'}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
