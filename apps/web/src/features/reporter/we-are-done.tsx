import { type GroupId, parseCommandId } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { freshId } from '../../app/new-ids.ts';
import { Button } from '../../design/button.tsx';
import styles from './we-are-done.module.css';

/** Tells who leads that the table has said what it had to say; taken back with a second press. */
export function WeAreDone({
  live: { view, session },
  group,
  isDone,
}: {
  readonly live: LiveSession;
  readonly group: GroupId;
  readonly isDone: boolean;
}) {
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function say(done: boolean) {
    setIsSending(true);
    const id = parseCommandId(freshId());
    const place = { workshop: view.workshop.id, session: session.id };
    const answer = await insist(() => api.sayDone(place, { id, group, done }));
    setIsSending(false);
    setProblem(
      answer.is === 'answer'
        ? null
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer. Tell the facilitator, or try again.',
    );
  }

  return (
    <div className={styles.done}>
      <Button
        kind={isDone ? 'plain' : 'primary'}
        size="large"
        disabled={isSending}
        onClick={() => void say(!isDone)}
      >
        {isDone ? 'Not yet' : 'We are done'}
      </Button>
      <output className={styles.words}>{isDone && 'The facilitator knows.'}</output>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
