import {
  mostCorrectionDays,
  type StandingCommand,
  unreachable,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { momentInWords } from '../../app/local-time.ts';
import { useThisMinute } from '../../app/use-now.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Field } from '../../design/field.tsx';
import styles from './standing.module.css';
import { UnsavedWarning } from './unsaved-warning.tsx';

/** What an organizer is about to do with the record. */
export interface Asked {
  readonly is: 'begin' | 'prolong' | 'freeze' | 'reopen' | 'open';
}

const facts = {
  begin: {
    title: 'Take corrections?',
    does: 'Take corrections',
    words:
      'Tables can write in all sessions, the frozen ones too. What they change is marked in the record. At the end it freezes by itself.',
  },
  prolong: {
    title: 'Until when are corrections taken?',
    does: 'Set the end',
    words: 'What was changed so far stays marked.',
  },
  freeze: {
    title: 'Freeze the record now?',
    does: 'Freeze the record',
    words:
      'Nobody can write in any session any more. The record is kept as it stands, under the names chosen below, and known by its hash. You can reopen it later.',
  },
  reopen: {
    title: 'Reopen the frozen record?',
    does: 'Reopen it',
    words:
      'Tables can write again, and what they change is marked. The edition that was frozen stays kept; freezing makes a new one with another hash.',
  },
  open: {
    title: 'Go back to an open record?',
    does: 'Back to open',
    words: 'What was changed since corrections began stays, but is not marked any more.',
  },
} as const;

/** Asks before the record's standing changes for everybody, and for how many days corrections are taken. */
export function StandingDialog({
  asked: { is },
  days: usual,
  view,
  problem,
  onClose,
  onCommand,
}: {
  readonly asked: Asked;
  readonly days: number;
  readonly view: WorkshopView;
  readonly problem: string;
  readonly onClose: () => void;
  readonly onCommand: (command: StandingCommand) => Promise<void>;
}) {
  const [text, setText] = useState(String(usual));
  const [isDoing, setIsDoing] = useState(false);
  const now = useThisMinute();
  const { timeZone } = view.workshop;
  const { title, does, words } = facts[is];
  const asksDays = is === 'begin' || is === 'prolong' || is === 'reopen';
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  const isFine = !asksDays || (days >= 1 && days <= mostCorrectionDays);

  const doIt = async () => {
    setIsDoing(true);
    await onCommand(commandOf(is, days));
    setIsDoing(false);
  };

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button kind="primary" disabled={!isFine || isDoing} onClick={() => void doIt()}>
            {isDoing ? 'One moment…' : does}
          </Button>
        </>
      }
    >
      {is === 'freeze' && <UnsavedWarning view={view} />}
      <p>{words}</p>
      {asksDays && (
        <div className={styles.field}>
          <Field
            label="Days from now"
            inputMode="numeric"
            value={text}
            problem={isFine ? null : `A whole number from 1 to ${mostCorrectionDays}.`}
            hint={isFine ? `Until ${momentInWords(now + days * 86_400_000, timeZone)}.` : undefined}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
    </Dialog>
  );
}

function commandOf(is: Asked['is'], days: number): StandingCommand {
  switch (is) {
    case 'begin':
    case 'prolong':
      return { is: 'correct', days };
    case 'reopen':
      return { is: 'reopen', days };
    case 'freeze':
      return { is: 'freeze' };
    case 'open':
      return { is: 'open' };
    default:
      return unreachable(is);
  }
}
