import type { AgendaKind } from '@reportback/domain';
import { Field, SelectField } from '../../design/field.tsx';
import type { RowValues } from './agenda-row-values.ts';
import styles from './settings-page.module.css';

const kinds: readonly (readonly [AgendaKind, string])[] = [
  ['plenary', 'Plenary'],
  ['break', 'Break'],
  ['report-back', 'Report-back'],
  ['other', 'Other'],
];

/** The fields of a row of the agenda that is no session. */
export function AgendaRowFields({
  values,
  change,
}: {
  readonly values: RowValues;
  readonly change: (changed: Partial<RowValues>) => void;
}) {
  return (
    <>
      <Field
        label="Title"
        value={values.title}
        maxLength={300}
        onChange={({ target }) => change({ title: target.value })}
      />
      <div className={styles.times}>
        <SelectField
          label="What it is"
          value={values.kind}
          onChange={({ target }) => {
            const kind = kinds.find(([each]) => each === target.value)?.[0];
            if (kind !== undefined) change({ kind });
          }}
        >
          {kinds.map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
          {values.kind === 'breakout' && (
            <option value="breakout" disabled>
              Small groups
            </option>
          )}
        </SelectField>
        <Field
          label="Day"
          type="date"
          value={values.date}
          onChange={({ target }) => change({ date: target.value })}
        />
        <Field
          label="Starts"
          type="time"
          value={values.start}
          onChange={({ target }) => change({ start: target.value })}
        />
        <Field
          label="Ends"
          type="time"
          value={values.end}
          onChange={({ target }) => change({ end: target.value })}
        />
      </div>
    </>
  );
}
