import { useState } from 'react';
import { TableName } from '../../design/chip.tsx';
import { AreaField, Field } from '../../design/field.tsx';
import { type Draft, longName, mostTables, namesOf } from './draft.ts';
import styles from './tables-step.module.css';

/** How many tables there are, and what they are called. */
export function TablesStep({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const names = namesOf(draft);
  // What stands in the field while it is being typed may be no number yet.
  const [typed, setTyped] = useState(String(draft.tables));
  const isPossible = tableCount(typed) !== null;
  return (
    <div className={styles.step}>
      <section className={styles.fields}>
        <Field
          label="Number of tables"
          hint={`1 to ${mostTables}. People stay at their table through all sessions; which tables sit in a session, and other names there, can be set in the settings afterwards.`}
          className={styles.number}
          inputMode="numeric"
          value={typed}
          problem={
            isPossible
              ? null
              : `Type a number from 1 to ${mostTables}; it stays ${draft.tables} until then.`
          }
          onChange={(changed) => {
            setTyped(changed.target.value);
            const tables = tableCount(changed.target.value);
            if (tables !== null) onChange({ tables });
          }}
        />
        <AreaField
          label="Names (can stay empty)"
          hint="One a line, in the order of the tables."
          rows={Math.min(12, Math.max(4, draft.tables))}
          value={draft.tableNames}
          placeholder={'Wabash\nHalsted\nPilsen'}
          problem={longName(draft)}
          onChange={(changed) => onChange({ tableNames: changed.target.value })}
        />
      </section>
      <section aria-labelledby="tables-label">
        <h2 className={styles.heading} id="tables-label">
          {draft.tables === 1 ? '1 table' : `${draft.tables} tables`}
        </h2>
        <ol className={styles.tables}>
          {Array.from({ length: draft.tables }, (_, index) => (
            <li key={index + 1} className={styles.table}>
              <TableName number={index + 1} name={names[index] ?? ''} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function tableCount(typed: string): number | null {
  const count = Number(typed);
  return Number.isInteger(count) && count >= 1 && count <= mostTables ? count : null;
}
