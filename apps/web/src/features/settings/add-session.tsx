import type { Group, Session, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { SessionFields } from './session-fields.tsx';
import { asKept, noSession, type SessionValues } from './session-values.ts';
import styles from './settings-page.module.css';

/** Another session, while the workshop runs or before. */
export function AddSession({
  workshop,
  sessions,
  groups,
}: {
  readonly workshop: WorkshopView['workshop'];
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
}) {
  const [values, setValues] = useState<SessionValues | null>(null);
  const [problem, setProblem] = useState('');
  if (values === null)
    return (
      <div className={styles.save}>
        <Button
          onClick={() =>
            // It most likely comes on the last day, after the last one.
            setValues({
              ...noSession,
              date: sessions.at(-1)?.date ?? '',
              start: sessions.at(-1)?.end ?? '',
            })
          }
        >
          Add a session
        </Button>
      </div>
    );

  async function add(asked: SessionValues) {
    const answer = await api.addSession(workshop.id, asKept(asked));
    if (answer.is !== 'answer') return setProblem(answerProblem(answer));
    setValues(null);
    setProblem('');
    await workshopResource(workshop.id).refresh();
  }
  const lacks =
    values.title.trim() === ''
      ? 'It needs a title.'
      : values.start === ''
        ? 'It needs a start.'
        : '';

  return (
    <form
      className={styles.form}
      aria-label="New session"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (lacks === '') void add(values);
        else setProblem(lacks);
      }}
    >
      <SessionFields
        values={values}
        groups={groups}
        change={(change) => {
          setProblem('');
          setValues({ ...values, ...change });
        }}
      />
      <div className={styles.save}>
        <Button type="submit" kind="primary">
          Add it
        </Button>
        <Button
          onClick={() => {
            setValues(null);
            setProblem('');
          }}
        >
          Cancel
        </Button>
        <output>{problem}</output>
      </div>
    </form>
  );
}
