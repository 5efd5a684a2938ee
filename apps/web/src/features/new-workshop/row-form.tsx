import type { AgendaKind } from '@reportback/domain';
import { useEffect, useRef } from 'react';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { kindNames } from './kind-names.ts';
import styles from './row-form.module.css';
import type { Row, RowValues } from './rows.ts';

const kinds = Object.entries(kindNames) as [AgendaKind, string][];

/** A row of the timeline while it is being corrected, where it stands. What is typed counts at once. */
export function RowForm({
  row,
  onChange,
  onDone,
  onRemove,
  onShowLine,
}: {
  readonly row: Row;
  readonly onChange: (change: Partial<RowValues>) => void;
  readonly onDone: () => void;
  readonly onRemove: () => void;
  /** Null for a row that stands in no text. */
  readonly onShowLine: (() => void) | null;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input[name="title"]')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={row.title === '' ? 'New row' : row.title}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onDone();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onDone();
      }}
    >
      <div className={styles.title}>
        <Field
          label="Title"
          name="title"
          value={row.title}
          maxLength={300}
          problem={row.title.trim() === '' ? 'A row needs a title.' : null}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </div>
      <SelectField
        label="What it is"
        value={row.kind}
        onChange={({ target }) => {
          const kind = kinds.find(([each]) => each === target.value)?.[0];
          if (kind !== undefined) onChange({ kind });
        }}
      >
        {kinds.map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className={styles.times}>
        <Field
          label="Starts"
          type="time"
          value={row.start}
          onChange={({ target }) => {
            if (target.value !== '') onChange({ start: target.value });
          }}
        />
        <Field
          label="Ends"
          type="time"
          value={row.end ?? ''}
          onChange={({ target }) => onChange({ end: target.value || null })}
        />
        {row.kind === 'breakout' && (
          <Field
            label="Report-back"
            type="time"
            value={row.reportBack ?? ''}
            onChange={({ target }) => onChange({ reportBack: target.value || null })}
          />
        )}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" size="small">
          Done
        </Button>
        {onShowLine !== null && (
          <Button size="small" onClick={onShowLine}>
            Show line {row.line}
          </Button>
        )}
        <Button size="small" kind="text" onClick={onRemove}>
          Take it out
        </Button>
      </div>
    </form>
  );
}
