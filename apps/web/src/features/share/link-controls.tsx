import type { LinksView, WorkshopId } from '@reportback/domain';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { Unseen } from '../../design/unseen.tsx';

type Change = 'replace' | 'off' | 'on';

export interface ChangeableLink {
  readonly workshop: WorkshopId;
  /** As the server calls it: one of the five, a table's id, or `code`. */
  readonly name: string;
  /** Completes “Switch off …”: “the link for participants”. */
  readonly what: string;
  readonly isOff: boolean;
  /** Takes over what all links are then. */
  readonly onChanged: (links: LinksView) => void;
}

/** A link’s menu: a new address, off, and on again. Asks first, because people who came in by it are sent out. */
export function LinkControls({ workshop, name, what, isOff, onChanged }: ChangeableLink) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<Change | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function change(to: Change) {
    const answer = await api.changeLink(workshop, name, to);
    if (answer.is === 'answer') {
      setAsking(null);
      onChanged(answer.value);
      return;
    }
    setProblem(
      answer.is === 'refused'
        ? answer.problem
        : 'The server did not answer; nothing was changed. Try again.',
    );
  }

  function ask(to: Change) {
    setProblem(null);
    setAsking(to);
  }

  return (
    <>
      <Menu
        trigger={
          <Button ref={trigger} size="small" kind="text">
            Change<Unseen> {what}</Unseen>
          </Button>
        }
      >
        <MenuItem onChoose={() => ask('replace')}>
          {name === 'code' ? 'New code…' : 'New address…'}
        </MenuItem>
        {name !== 'organizer' && (
          <MenuItem onChoose={() => ask(isOff ? 'on' : 'off')}>
            {isOff ? 'Switch on…' : 'Switch off…'}
          </MenuItem>
        )}
      </Menu>
      {asking !== null && (
        <Dialog
          title={questions[asking](what)}
          returnTo={trigger}
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button onClick={() => setAsking(null)}>Leave it as it is</Button>
              <Button
                kind={asking === 'on' ? 'primary' : 'danger'}
                onClick={() => void change(asking)}
              >
                {answers[asking]}
              </Button>
            </>
          }
        >
          <p>{consequence(asking, name)}</p>
          {problem !== null && <p role="alert">{problem}</p>}
        </Dialog>
      )}
    </>
  );
}

const questions: Readonly<Record<Change, (what: string) => string>> = {
  replace: (what) => `Replace ${what}?`,
  off: (what) => `Switch off ${what}?`,
  on: (what) => `Switch on ${what}?`,
};

const answers: Readonly<Record<Change, string>> = {
  replace: 'Replace it',
  off: 'Switch it off',
  on: 'Switch it on',
};

function consequence(change: Change, name: string): string {
  if (name === 'code')
    return {
      replace: 'Nobody comes in by the old code any more. Whoever is in stays in.',
      off: 'Nobody can come in by typing the code. Whoever is in stays in, and links and their QR codes go on working.',
      on: 'Whoever types the code comes in.',
    }[change];
  return {
    replace:
      'The old address stops working, printed QR codes of it too. Whoever came in by it is sent out within seconds and needs the new one; what they wrote stays.',
    off: 'Its address and QR codes stop working. Whoever came in by it is sent out within seconds; what they wrote stays. You can switch it on again.',
    on: 'The same address opens again, also for those who came in by it before.',
  }[change];
}
