import type { Group } from '@reportback/domain';
import { AreaField, Field } from '../../design/field.tsx';
import { CardTemplateFields } from '../card-template/card-template-fields.tsx';
import { SessionTablesFields } from '../session-tables/session-tables-fields.tsx';
import type { SessionValues } from './session-values.ts';
import styles from './settings-page.module.css';

/** The fields of a session: its words, its card, its times and its tables. */
export function SessionFields({
  values,
  groups,
  change,
}: {
  readonly values: SessionValues;
  readonly groups: readonly Group[];
  readonly change: (changed: Partial<SessionValues>) => void;
}) {
  return (
    <>
      <Field
        label="Title"
        value={values.title}
        maxLength={200}
        onChange={({ target }) => change({ title: target.value })}
      />
      <AreaField
        label="Prompt"
        hint="What the tables are asked"
        rows={2}
        value={values.prompt}
        maxLength={2000}
        onChange={({ target }) => change({ prompt: target.value })}
      />
      <CardTemplateFields
        template={values.cardTemplate}
        onChange={(chosen) => change({ cardTemplate: chosen })}
      />
      <div className={styles.times}>
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
          label="Report-back"
          type="time"
          value={values.reportBack}
          onChange={({ target }) => change({ reportBack: target.value })}
        />
        <Field
          label="Ends"
          type="time"
          value={values.end}
          onChange={({ target }) => change({ end: target.value })}
        />
      </div>
      <SessionTablesFields
        groups={groups}
        tables={values.tables}
        onChange={(tables) => change({ tables })}
      />
    </>
  );
}
