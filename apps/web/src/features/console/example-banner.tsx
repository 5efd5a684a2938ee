import type { WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';

/** Says that a workshop is an example, with its disclaimer, and removes it; nothing for any other workshop. */
export function ExampleBanner({ view }: { readonly view: WorkshopView }) {
  const { workshop, me } = view;
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const [problem, setProblem] = useState('');
  if (workshop.disclaimer === null) return null;

  async function remove() {
    setIsRemoving(true);
    const answer = await api.removeWorkshop(workshop.id);
    setIsRemoving(false);
    if (answer.is === 'answer') navigate(addresses.start);
    else setProblem(answerProblem(answer));
  }

  return (
    <Banner
      about="Example"
      action={
        me.role === 'organizer' && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            Remove the example
          </Button>
        )
      }
    >
      <b>Example.</b> {workshop.disclaimer}
      {isAsking && (
        <Dialog
          title="Remove the example?"
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>Keep it</Button>
              <Button kind="danger" disabled={isRemoving} onClick={() => void remove()}>
                {isRemoving ? 'One moment…' : 'Remove it'}
              </Button>
            </>
          }
        >
          <p>Its notes and cards go with it, for everybody, and it does not come back.</p>
          {problem !== '' && <p role="alert">{problem}</p>}
        </Dialog>
      )}
    </Banner>
  );
}
