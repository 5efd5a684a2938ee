import { type ReactNode, useState } from 'react';
import type { Answer } from '../../app/answer.ts';
import { Button } from '../../design/button.tsx';
import styles from './settings-page.module.css';

type Fields = Readonly<Record<string, string>>;

/**
 * A form over texts that the server has. Only what was changed here is sent, so that two people who change
 * different fields do not undo each other's work.
 * @param children the fields; `change` takes over what was typed
 */
export function EditForm<Texts extends Fields>({
  label,
  texts,
  save,
  children,
}: {
  readonly label: string;
  readonly texts: Texts;
  readonly save: (changed: Partial<Texts>) => Promise<Answer<unknown>>;
  readonly children: (now: Texts, change: (changed: Partial<Texts>) => void) => ReactNode;
}) {
  const [typed, setTyped] = useState<Partial<Texts>>({});
  const [outcome, setOutcome] = useState<{ readonly is: 'saved' } | { readonly problem: string }>();
  const now = { ...texts, ...typed };
  const changed = Object.keys(typed).some((name) => now[name] !== texts[name]);

  async function submit() {
    const answer = await save(typed);
    if (answer.is === 'answer') {
      setTyped({});
      setOutcome({ is: 'saved' });
      return;
    }
    setOutcome({
      problem:
        answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer; nothing was saved. Try again.',
    });
  }

  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {children(now, (change) => {
        setOutcome(undefined);
        setTyped({ ...typed, ...change });
      })}
      <div className={styles.save}>
        <Button type="submit" kind={changed ? 'primary' : 'plain'} disabled={!changed}>
          Save
        </Button>
        <output>
          {outcome !== undefined && ('problem' in outcome ? outcome.problem : 'Saved')}
        </output>
      </div>
    </form>
  );
}
