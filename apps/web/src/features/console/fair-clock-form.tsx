import type { FairClockSettings } from '@reportback/domain';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import styles from './fair-clock-form.module.css';

const second = 1_000;
const minute = 60_000;

/** What the tables' equal share is made of: what a change of tables takes, and what is kept for the floor. */
export function FairClockForm({
  clock,
  onSet,
}: {
  readonly clock: FairClockSettings;
  readonly onSet: (clock: FairClockSettings) => void;
}) {
  const [changeover, setChangeover] = useState(String(clock.changeover / second));
  const [reserve, setReserve] = useState(String(clock.reserve / minute));
  return (
    <details className={styles.fair}>
      <summary className={styles.summary}>Time for each table</summary>
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          onSet({
            changeover: Math.round(Number(changeover)) * second,
            reserve: Math.round(Number(reserve)) * minute,
          });
        }}
      >
        <Field
          label="Changeover, seconds"
          type="number"
          min={0}
          max={600}
          required
          value={changeover}
          onChange={({ target }) => setChangeover(target.value)}
        />
        <Field
          label="For the floor, minutes"
          type="number"
          min={0}
          max={60}
          required
          value={reserve}
          onChange={({ target }) => setReserve(target.value)}
        />
        <Button type="submit">Set</Button>
      </form>
      <p className={styles.hint}>
        What is left until the end, without these, is shared equally. It counts from the next table
        on.
      </p>
    </details>
  );
}
