import type { Session } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api, recordAddress } from '../../app/api.ts';
import { DownloadButton } from '../../app/download-button.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import styles from './settings-page.module.css';

/**
 * Removes a session: an empty one at once, as it can be brought back; one in which people have written only after its
 * title was typed, with the download at hand.
 */
export function RemoveSession({
  session,
  onRemoved,
}: {
  readonly session: Session;
  /** @param wasEmpty whether nobody had written in it */
  readonly onRemoved: (wasEmpty: boolean) => void;
}) {
  const [contents, setContents] = useState<string | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const { workshop, id, title } = session;
  const close = () => {
    setContents(null);
    setTyped('');
    setProblem('');
  };

  async function remove(told: string) {
    setProblem('');
    setIsRemoving(true);
    const answer = await api.removeSession(workshop, id, told);
    setIsRemoving(false);
    if (answer.is === 'answer') {
      close();
      onRemoved(told === '');
    } else if (answer.is === 'refused' && answer.code === 'has-text') {
      setContents(answer.problem);
      if (told !== '') setProblem('Something else is in it by now, so it was not removed yet.');
    } else setProblem(answerProblem(answer));
  }

  return (
    <div className={styles.save}>
      <Button kind="text" size="small" disabled={isRemoving} onClick={() => void remove('')}>
        Remove this session
      </Button>
      {contents === null ? (
        <output>{isRemoving ? 'Looking whether anything is in it…' : problem}</output>
      ) : (
        <Dialog
          title={`Remove “${title}”?`}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>Keep it</Button>
              <Button
                kind="danger"
                disabled={isRemoving || sameWords(typed) !== sameWords(title)}
                onClick={() => void remove(contents)}
              >
                {isRemoving ? 'Removing…' : 'Remove it for good'}
              </Button>
            </>
          }
        >
          <div className={styles.asked}>
            <p>{contents}</p>
            <DownloadButton address={recordAddress(workshop, 'zip', { session: id, group: null })}>
              Download all of it first
            </DownloadButton>
            <Field
              label={`To remove it, type its title: ${title}`}
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
            {problem !== '' && <p role="alert">{problem}</p>}
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Titles are compared as people type them. */
function sameWords(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('en');
}
