import type { Session, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { AddSession } from './add-session.tsx';
import { FoldedSession } from './folded-session.tsx';
import { RemoveSession } from './remove-session.tsx';
import { SessionForm } from './session-form.tsx';
import { asKept, valuesOf } from './session-values.ts';
import styles from './settings-page.module.css';

/** All sessions of the workshop, each to change; they come and go. */
export function SessionsForm({
  view: { workshop, sessions, groups },
}: {
  readonly view: WorkshopView;
}) {
  const [removed, setRemoved] = useState<{
    readonly session: Session;
    /** Whether it can be brought back as it was: nothing was written in it. */
    readonly wasEmpty: boolean;
  } | null>(null);
  const [problem, setProblem] = useState('');

  async function bringBack(session: Session) {
    const answer = await api.addSession(workshop.id, asKept(valuesOf(session)));
    if (answer.is !== 'answer') return setProblem(answerProblem(answer));
    setRemoved(null);
    setProblem('');
    await workshopResource(workshop.id).refresh();
  }

  return (
    <>
      <p className={styles.lead}>
        Sessions stand in the order of their times, and the agenda below follows them.
      </p>
      {sessions.map((session) => (
        <FoldedSession key={session.id} session={session} opens={sessions.length === 1}>
          <SessionForm session={session} groups={groups} />
          {sessions.length > 1 && (
            <RemoveSession
              session={session}
              onRemoved={(wasEmpty) => {
                setRemoved({ session, wasEmpty });
                setProblem('');
                void workshopResource(workshop.id).refresh();
              }}
            />
          )}
        </FoldedSession>
      ))}
      <output>
        {removed !== null && (
          <span className={styles.save}>
            “{removed.session.title}” was removed.
            {removed.wasEmpty && (
              <Button size="small" onClick={() => void bringBack(removed.session)}>
                Bring it back
              </Button>
            )}
            {problem}
          </span>
        )}
      </output>
      <AddSession workshop={workshop} sessions={sessions} groups={groups} />
    </>
  );
}
