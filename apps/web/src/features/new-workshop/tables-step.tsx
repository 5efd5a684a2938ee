import { useState } from 'react';
import { TableName } from '../../design/chip.tsx';
import { AreaField, Field, TickField } from '../../design/field.tsx';
import { SessionTablesFields } from '../session-tables/session-tables-fields.tsx';
import { type Draft, longName, mostTables, tablesOf, tablesOfSession } from './draft.ts';
import type { Row } from './rows.ts';
import styles from './tables-step.module.css';

/** How many tables there are, what they are called, and in which sessions they sit. */
export function TablesStep({
  draft,
  sessions,
  onChange,
}: {
  readonly draft: Draft;
  readonly sessions: readonly Row[];
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const tables = tablesOf(draft);
  // What stands in the field while it is being typed may be no number yet.
  const [typed, setTyped] = useState(String(draft.tables));
  const isPossible = tableCount(typed) !== null;
  return (
    <div className={styles.step}>
      <section className={styles.fields}>
        <Field
          label="Number of tables"
          hint={`1 to ${mostTables}. More can be added later.`}
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
            const count = tableCount(changed.target.value);
            if (count !== null) onChange({ tables: count });
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
          {tables.map(({ number, name }) => (
            <li key={number} className={styles.table}>
              <TableName number={number} name={name} />
            </li>
          ))}
        </ol>
      </section>
      {sessions.length > 1 && (
        <section className={styles.sessions} aria-labelledby="session-tables-label">
          <h2 className={styles.heading} id="session-tables-label">
            In the sessions
          </h2>
          <TickField
            label="The same tables in every session"
            checked={!draft.tablesDiffer}
            onChange={({ target }) => onChange({ tablesDiffer: !target.checked })}
          />
          <p className={styles.hint}>
            {draft.tablesDiffer
              ? 'Open a session to leave tables out of it, or to name them otherwise there.'
              : 'People stay at their table through all sessions. Untick it to leave tables out of a session, or to name them otherwise there.'}
          </p>
          {draft.tablesDiffer && (
            <ol>
              {sessions.map(({ key, title }, index) => (
                <li key={key} className={styles.session}>
                  <fieldset aria-label={`Tables of session ${index + 1}`}>
                    <SessionTablesFields
                      label={`Session ${index + 1}, ${title}`}
                      groups={tables}
                      tables={tablesOfSession(draft, key).tables ?? noDifference}
                      onChange={(own) =>
                        onChange({ sessionTables: { ...draft.sessionTables, [key]: own } })
                      }
                    />
                  </fieldset>
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
    </div>
  );
}

const noDifference = { out: [], names: {} };

function tableCount(typed: string): number | null {
  const count = Number(typed);
  return Number.isInteger(count) && count >= 1 && count <= mostTables ? count : null;
}
