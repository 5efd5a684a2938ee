import { AreaField, Field } from '../../design/field.tsx';
import type { Draft } from './draft.ts';
import styles from './sessions-step.module.css';

/** What stands on the title page of the record. All of it can stay empty, and be said later. */
export function RecordStep({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  return (
    <div className={styles.step}>
      <p className={styles.lead}>
        For the title page of the record. All of it can stay empty until the record is written.
      </p>
      <div className={styles.session}>
        <AreaField
          label="Organizers"
          hint="As the record is to name them"
          rows={2}
          maxLength={2000}
          value={draft.organizers}
          onChange={({ target }) => onChange({ organizers: target.value })}
        />
        <AreaField
          label="Funding"
          rows={2}
          maxLength={2000}
          value={draft.funding}
          placeholder="Supported by …"
          onChange={({ target }) => onChange({ funding: target.value })}
        />
        <Field
          label="Licence of the record"
          hint="For instance CC BY 4.0"
          maxLength={200}
          value={draft.licence}
          onChange={({ target }) => onChange({ licence: target.value })}
        />
      </div>
    </div>
  );
}
