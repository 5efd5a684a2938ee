import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { Missing } from '../../design/page-message.tsx';
import { AgendaStep } from './agenda-step.tsx';
import { type Draft, emptyDraft, requestOf } from './draft.ts';
import { PromptsStep } from './prompts-step.tsx';
import { TablesStep } from './tables-step.tsx';
import { useReading } from './use-reading.ts';
import styles from './wizard.module.css';

const steps = ['Agenda', 'Tables', 'Prompts'] as const;

/** Agenda, tables, prompts: three steps to a workshop, each open at any time once the agenda is understood. */
export function Wizard() {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(emptyDraft);
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const reading = useReading(draft.agenda);
  const lacking = whatIsLacking(draft, reading);
  const change = (changed: Partial<Draft>) => {
    setDraft({ ...draft, ...changed });
    setProblem(null);
  };

  function goTo(to: number) {
    setStep(to);
    window.scrollTo(0, 0);
  }

  async function make() {
    setIsMaking(true);
    const lines = reading.view?.breakouts.map((item) => item.line) ?? [];
    const made = await api.createWorkshop(requestOf(draft, lines));
    setIsMaking(false);
    if (made.is === 'answer') navigate(addresses.share(made.value.workshop));
    else
      setProblem(
        made.is === 'refused'
          ? made.problem
          : 'The server did not answer. What you typed is still here; try again in a moment.',
      );
  }

  const isLast = step === steps.length - 1;
  return (
    <div className={styles.page}>
      <title>New workshop</title>
      <header className={styles.header}>
        <h1 className={styles.title}>New workshop</h1>
        <ol className={styles.steps} aria-label="Steps">
          {steps.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                className={classes(styles.step, index === step && styles.now)}
                aria-current={index === step ? 'step' : undefined}
                disabled={index > 0 && lacking !== null}
                onClick={() => goTo(index)}
              >
                {name}
              </button>
            </li>
          ))}
        </ol>
        <p className={styles.cancel}>
          <Link href={addresses.start}>Cancel</Link>
        </p>
      </header>
      <main className={styles.main}>
        {step === 0 && <AgendaStep draft={draft} reading={reading} onChange={change} />}
        {step === 1 && <TablesStep draft={draft} onChange={change} />}
        {step === 2 && <PromptsStep draft={draft} reading={reading} onChange={change} />}
      </main>
      <footer className={styles.footer}>
        <p className={styles.lacking}>
          {problem !== null ? (
            <span className={styles.problem} role="alert">
              {problem}
            </span>
          ) : (
            lacking !== null && draft.agenda.trim() !== '' && <Missing>{lacking}</Missing>
          )}
        </p>
        {step > 0 && <Button onClick={() => goTo(step - 1)}>Back</Button>}
        <Button
          kind="primary"
          disabled={lacking !== null || isMaking}
          onClick={() => (isLast ? void make() : goTo(step + 1))}
        >
          {isLast ? 'Make the workshop' : `Next: ${steps[step + 1]?.toLowerCase()}`}
        </Button>
      </footer>
    </div>
  );
}

/** The first thing without which no workshop can be made; null when all is there. */
function whatIsLacking(
  draft: Draft,
  { view, problem, isReading }: ReturnType<typeof useReading>,
): string | null {
  if (problem !== null) return problem;
  if (view === null) return isReading ? 'Reading the agenda…' : 'Paste the agenda first.';
  if (view.breakouts.length === 0) return 'No row with work in small groups was found yet.';
  if ((draft.title ?? view.agenda.title ?? '').trim() === '') return 'The workshop needs a title.';
  if ((draft.timeZone ?? view.timeZone ?? '') === '') return 'The workshop needs a time zone.';
  return null;
}
