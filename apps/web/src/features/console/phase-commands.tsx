import type { Phase, PhaseCommand, SessionId, WorkshopId } from '@reportback/domain';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import styles from './phase-commands.module.css';

/** What comes next, said as what it does. */
const nextStep: Readonly<
  Record<Phase, { readonly command: PhaseCommand; readonly words: string }>
> = {
  gathering: { command: 'next', words: 'Start discussion' },
  discuss: { command: 'next', words: 'Start distilling' },
  distil: { command: 'next', words: 'Start report-back' },
  'report-back': { command: 'next', words: 'Open for amendments' },
  amend: { command: 'freeze', words: 'Freeze the cards' },
  frozen: { command: 'reopen', words: 'Reopen the session' },
};

const backWords: Readonly<Partial<Record<Phase, string>>> = {
  discuss: 'Back to gathering',
  distil: 'Back to discussion',
  'report-back': 'Back to distilling',
  amend: 'Back to report-back',
};

/** Moves the session on: the next step as the one button, what is rarer behind the menu. */
export function PhaseCommands({
  workshop,
  session,
  phase,
  tables,
  warning,
}: {
  readonly workshop: WorkshopId;
  readonly session: SessionId;
  readonly phase: Phase;
  readonly tables: number;
  /** What may not have arrived yet, in sentences; empty where nothing is known to be missing. */
  readonly warning: readonly string[];
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [isFreezing, setIsFreezing] = useState(false);
  const nextButton = useRef<HTMLButtonElement>(null);
  const next = nextStep[phase];
  const back = backWords[phase];

  async function command(given: PhaseCommand) {
    setIsFreezing(false);
    setIsSending(true);
    const answer = await api.commandPhase(
      { workshop, session },
      // The agenda may move it at this very moment: one step only, not two.
      { command: given, from: phase },
    );
    setIsSending(false);
    setProblem(
      answer.is === 'answer'
        ? null
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer; the session stands where it stood. Try again.',
    );
    await workshopResource(workshop).refresh();
  }

  return (
    <div className={styles.commands}>
      <Button
        ref={nextButton}
        kind="primary"
        disabled={isSending}
        onClick={() =>
          next.command === 'freeze' ? setIsFreezing(true) : void command(next.command)
        }
      >
        {next.words}
      </Button>
      {(back !== undefined || phase === 'gathering') && (
        <Menu trigger={<Button disabled={isSending}>More</Button>}>
          {back !== undefined && <MenuItem onChoose={() => void command('back')}>{back}</MenuItem>}
          {phase !== 'amend' && (
            <MenuItem onChoose={() => setIsFreezing(true)}>Freeze the cards now</MenuItem>
          )}
        </Menu>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {isFreezing && (
        <Dialog
          title={`Freeze ${tables === 1 ? 'the card' : `all ${tables} cards`}?`}
          returnTo={nextButton}
          onClose={() => setIsFreezing(false)}
          actions={
            <>
              <Button onClick={() => setIsFreezing(false)}>Cancel</Button>
              <Button
                kind={warning.length > 0 ? 'danger' : 'primary'}
                onClick={() => void command('freeze')}
              >
                {warning.length > 0 ? 'Freeze all the same' : 'Freeze'}
              </Button>
            </>
          }
        >
          {warning.length > 0 && (
            <div className={styles.warning} role="alert">
              <p>
                <b>Some text may still be on its way.</b>
              </p>
              <ul>
                {warning.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          )}
          <p>
            After this nobody can write in this session. You can reopen it at any time; text that
            waits on a device goes up then.
          </p>
        </Dialog>
      )}
    </div>
  );
}
