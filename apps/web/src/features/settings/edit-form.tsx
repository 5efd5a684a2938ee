import { type ReactNode, useState } from 'react';
import type { Answer } from '../../app/answer.ts';
import { Button } from '../../design/button.tsx';
import { conflictsOf, type Edits, typedOver, typedSince, withoutField } from './edits.ts';
import styles from './settings-page.module.css';

/** What is saved: the new values, and in `was` what stood there when somebody began to type. */
export type Change<Values> = Partial<Values> & { readonly was: Partial<Values> };

/**
 * A form over values that the server has. Only what was changed here is sent, so that two people who change
 * different fields do not undo each other's work; of two who change the same one, the second is shown what it is
 * now, and chooses.
 * @param names what the fields are called
 * @param inWords how values are told that are no texts
 * @param refresh fetches the values anew, after somebody else changed them
 * @param actions buttons beside the one that saves
 * @param children the fields; `change` takes over what was typed
 */
export function EditForm<Values extends object>({
  label,
  values,
  names,
  inWords = {},
  save,
  refresh,
  actions,
  children,
}: {
  readonly label: string;
  readonly values: Values;
  readonly names: Readonly<Record<keyof Values & string, string>>;
  readonly inWords?: { readonly [Name in keyof Values]?: (value: Values[Name]) => string };
  readonly save: (changed: Change<Values>) => Promise<Answer<unknown>>;
  readonly refresh: () => Promise<unknown>;
  readonly actions?: ReactNode;
  readonly children: (now: Values, change: (changed: Partial<Values>) => void) => ReactNode;
}) {
  const [{ typed, seen }, setEdits] = useState<Edits<Values>>({ typed: {}, seen: {} });
  const [outcome, setOutcome] = useState<{ readonly is: 'saved' } | { readonly problem: string }>();
  const now = { ...values, ...typed };
  const changed = typedOver(values, typed);
  const conflicts = conflictsOf(values, typed, seen);

  async function submit() {
    const answer = await save({ ...changed, was: seen });
    if (answer.is === 'answer') {
      setEdits((edits) => typedSince(typed, edits.typed, edits.seen));
      setOutcome({ is: 'saved' });
      return;
    }
    setOutcome({
      problem:
        answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer; nothing was saved. Try again.',
    });
    if (answer.is === 'refused' && answer.code === 'changed-meanwhile') await refresh();
  }

  return (
    <form
      className={styles.form}
      aria-label={label}
      data-typed={Object.keys(changed).length > 0 ? '' : undefined}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {children(now, (change) => {
        setOutcome(undefined);
        // What stood there when the typing began, and not what it has become meanwhile.
        const before = Object.keys(change).map((field) => [
          field,
          Reflect.get({ ...values, ...seen }, field) as unknown,
        ]);
        setEdits({
          typed: { ...typed, ...change },
          seen: { ...seen, ...(Object.fromEntries(before) as Partial<Values>) },
        });
      })}
      {conflicts.map((field) => (
        <div key={field} className={styles.conflict} role="alert">
          <p>
            Somebody else changed “{names[field]}” meanwhile. It is now:{' '}
            <q>{inWords[field]?.(values[field]) ?? said(values[field])}</q>
          </p>
          <div className={styles.save}>
            <Button
              size="small"
              onClick={() => {
                setEdits({ typed: withoutField(typed, field), seen: withoutField(seen, field) });
                setOutcome(undefined);
              }}
            >
              Take theirs
            </Button>
            <Button
              size="small"
              onClick={() => {
                setEdits({ typed, seen: { ...seen, [field]: values[field] } });
                setOutcome(undefined);
              }}
            >
              Keep mine
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.save}>
        <Button
          type="submit"
          kind={Object.keys(changed).length > 0 ? 'primary' : 'plain'}
          disabled={Object.keys(changed).length === 0 || conflicts.length > 0}
        >
          Save
        </Button>
        {actions}
        <output>
          {outcome !== undefined && ('problem' in outcome ? outcome.problem : 'Saved')}
        </output>
      </div>
    </form>
  );
}

/** A value as people read it. */
function said(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty' : value;
  if (value === null || typeof value !== 'object') return String(value);
  return Object.values(value)
    .filter((each) => each !== '')
    .join(', ');
}
