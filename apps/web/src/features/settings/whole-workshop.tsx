import type { WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import styles from './settings-page.module.css';

/** What is done to a workshop as a whole: another like it, and its end. */
export function WholeWorkshop({ view: { workshop } }: { readonly view: WorkshopView }) {
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [problem, setProblem] = useState('');

  async function duplicate() {
    const answer = await api.duplicateWorkshop(workshop.id);
    if (answer.is === 'answer') navigate(addresses.settings(answer.value.workshop));
    else setProblem(answerProblem(answer));
  }

  async function remove() {
    setIsDeleting(true);
    const answer = await api.removeWorkshop(workshop.id);
    setIsDeleting(false);
    if (answer.is === 'answer') navigate(addresses.start);
    else setProblem(answerProblem(answer));
  }

  return (
    <div className={styles.save}>
      <Button onClick={() => void duplicate()}>Make another like this</Button>
      <Button kind="danger" onClick={() => setIsAsking(true)}>
        Delete the workshop
      </Button>
      {!isAsking && <output>{problem}</output>}
      {isAsking && (
        <Dialog
          title={`Delete “${workshop.title}”?`}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>Keep it</Button>
              <Button kind="danger" disabled={isDeleting} onClick={() => void remove()}>
                {isDeleting ? 'One moment…' : 'Delete it for good'}
              </Button>
            </>
          }
        >
          <p>
            All notes, cards, people and links go, for everybody and at once, and do not come back.
            Download the record first. Backups that were made before still hold it.
          </p>
          {problem !== '' && <p role="alert">{problem}</p>}
        </Dialog>
      )}
    </div>
  );
}
