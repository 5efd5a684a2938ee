import type { AgendaView } from '@reportback/domain';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { Missing } from '../../design/page-message.tsx';
import { AgendaStep } from './agenda-step.tsx';
import {
  type Draft,
  daysOf,
  emptyDraft,
  isUntouched,
  longName,
  requestOf,
  tableCountIn,
  titleOf,
  zoneOf,
} from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { RecordStep } from './record-step.tsx';
import { contradictionsOf, type RowDay, sessionsOf } from './rows.ts';
import { SessionsStep } from './sessions-step.tsx';
import { reportBackTime } from './speaking-time.ts';
import { TablesStep } from './tables-step.tsx';
import { type Reading, useReading } from './use-reading.ts';
import styles from './wizard.module.css';

const steps = ['Agenda', 'Tables', 'Sessions', 'Record'] as const;

/** Four steps to a workshop, each open at any time once the agenda is understood; only the first has to be taken. */
export function Wizard() {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(keptDraft);
  // What was there before somebody started over, to bring back.
  const [dropped, setDropped] = useState<Draft | null>(null);
  const [step, setStep] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const reading = useReading(draft.agenda);
  const days = daysOf(draft, reading.view);
  const lacking = whatIsLacking(draft, days, reading);
  // Names are typed in the second step, which stays open for that.
  const inTheWay = lacking ?? (step === 0 ? null : longName(draft));
  const undecided = howManyUndecided(draft, days);
  const put = (next: Draft) => {
    setDraft(next);
    keepDraft(next);
    setProblem(null);
  };
  const change = (changed: Partial<Draft>) => put({ ...draft, ...changed });

  function goTo(to: number) {
    setStep(to);
    window.scrollTo(0, 0);
  }

  async function make(view: AgendaView | null) {
    setIsMaking(true);
    const made = await api.createWorkshop(requestOf(draft, view));
    setIsMaking(false);
    if (made.is === 'answer') {
      forgetDraft();
      navigate(addresses.share(made.value.workshop));
    } else
      setProblem(
        made.is === 'refused'
          ? made.problem
          : 'The server did not answer. What you typed is still here; try again in a moment.',
      );
  }

  const isLast = step === steps.length - 1;
  const makeIt = () => void make(reading.view);
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
          {isUntouched(draft)
            ? dropped !== null && (
                <Button kind="text" size="small" onClick={() => put(dropped)}>
                  Bring it back
                </Button>
              )
            : !isMaking && (
                <Button
                  kind="text"
                  size="small"
                  onClick={() => {
                    setDropped(draft);
                    put(emptyDraft);
                    goTo(0);
                  }}
                >
                  Start over
                </Button>
              )}
          <Link href={addresses.start}>Cancel</Link>
        </p>
      </header>
      <main className={styles.main}>
        {step === 0 && <AgendaStep draft={draft} days={days} reading={reading} onDraft={put} />}
        {step === 1 && <TablesStep draft={draft} sessions={sessionsOf(days)} onChange={change} />}
        {step === 2 && <SessionsStep draft={draft} sessions={sessionsOf(days)} onChange={change} />}
        {step === 3 && <RecordStep draft={draft} onChange={change} />}
      </main>
      <footer className={styles.footer}>
        <p className={styles.lacking}>
          {problem !== null ? (
            <span className={styles.problem} role="alert">
              {problem}
            </span>
          ) : inTheWay !== null ? (
            !isUntouched(draft) && <Missing>{inTheWay}</Missing>
          ) : (
            undecided > 0 && (
              <>
                <Missing>
                  {undecided === 1 ? '1 row needs a decision' : `${undecided} rows need a decision`}
                </Missing>{' '}
                You can also decide later.
              </>
            )
          )}
        </p>
        {step > 0 && <Button onClick={() => goTo(step - 1)}>Back</Button>}
        {!isLast && step > 0 && (
          <Button disabled={inTheWay !== null || isMaking} onClick={makeIt}>
            Make the workshop
          </Button>
        )}
        <Button
          kind="primary"
          disabled={inTheWay !== null || isMaking}
          onClick={() => (isLast ? makeIt() : goTo(step + 1))}
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
  days: readonly RowDay[],
  { view, problem, isReading }: Reading,
): string | null {
  const rows = days.flatMap((day) => day.rows);
  if (problem !== null) return problem;
  if (rows.length === 0) return isReading ? 'Reading the agenda…' : 'Paste the agenda first.';
  if (rows.some(({ title }) => title.trim() === '')) return 'A row has no title yet.';
  if (sessionsOf(days).length === 0)
    return 'No row is a session in small groups yet: choose one and say so, or add one.';
  const blocking = [...contradictionsOf(days).values()].flat().find((each) => each.isBlocking);
  if (blocking !== undefined) return blocking.message;
  const empty = sessionsOf(days).find(({ key }) => tableCountIn(draft, key) === 0);
  if (empty !== undefined) return `“${empty.title}” needs a table: leave at least one in it.`;
  if (titleOf(draft, view) === '') return 'The workshop needs a title.';
  if (zoneOf(draft, view) === '') return 'The workshop needs a time zone.';
  return null;
}

/** How many report-backs leave the tables too little time, with nothing decided about them. */
function howManyUndecided(draft: Draft, days: readonly RowDay[]): number {
  return sessionsOf(days).filter(
    (row) =>
      draft.choices[row.key] === undefined &&
      reportBackTime(row, tableCountIn(draft, row.key))?.isTight === true,
  ).length;
}
