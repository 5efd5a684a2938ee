import { missingFromCard, parseCommandId } from '@reportback/domain';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import { freshId } from '../../app/new-ids.ts';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import styles from './card-foot.module.css';
import { missingName } from './missing-name.ts';
import type { TableParts } from './table-parts.ts';

/** The people of a table say that their card may stand in the record as it is, until somebody changes it. */
export function SignOff({ desk, view, session, group, canWrite, feed }: TableParts) {
  const [problem, setProblem] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const missing = missingFromCard(useReadable(desk.shape.card), session.cardTemplate);
  const own = feed.board?.cards.find((card) => card.group === group.id);
  const signedOff = own?.signedOff ?? 'no';
  if (!canWrite && signedOff !== 'yes') return null;

  const say = async (signed: boolean) => {
    setIsAsking(true);
    const id = parseCommandId(freshId());
    const place = { workshop: view.workshop.id, session: session.id };
    const answer = await insist(() => api.signOff(place, { id, group: group.id, signed }));
    setIsAsking(false);
    setProblem(
      answer.is === 'answer'
        ? ''
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer. Try again.',
    );
  };

  return (
    <div className={styles.foot}>
      {canWrite && (
        <Button
          kind={signedOff === 'yes' ? 'plain' : 'primary'}
          className={styles.ready}
          disabled={isAsking || own?.state === 'empty'}
          onClick={() => void say(signedOff !== 'yes')}
        >
          {signedOff === 'yes' ? 'Take it back' : 'Sign off'}
        </Button>
      )}
      <p className={styles.words}>
        {problem !== '' ? (
          <span role="alert">{problem}</span>
        ) : signedOff === 'yes' ? (
          <span className={styles.done}>
            <Check size={18} strokeWidth={2} aria-hidden="true" /> Signed off as it is.
          </span>
        ) : (
          <>
            {signedOff === 'changed' && 'Changed since you signed it off. '}
            {missing.length > 0
              ? `Missing: ${missing.map((each) => missingName(each, session.cardTemplate)).join(', ')}.`
              : 'Sign off when the card may go into the record as it is.'}
          </>
        )}
      </p>
    </div>
  );
}
