import { type GroupId, parseCommandId } from '@reportback/domain';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { freshId } from '../../app/new-ids.ts';
import { Button } from '../../design/button.tsx';
import { Announce } from '../../design/unseen.tsx';
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
        aria-pressed={isDone}
        disabled={isSending}
        onClick={() => void say(!isDone)}
      >
        {isDone && <Check size={20} strokeWidth={2} aria-hidden="true" />}
        We are done
      </Button>
      <Announce>{isDone ? 'The facilitator knows.' : ''}</Announce>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
