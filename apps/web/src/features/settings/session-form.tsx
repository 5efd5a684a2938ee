import type { Session } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { AreaField, Field } from '../../design/field.tsx';
import { CardTemplateFields } from '../card-template/card-template-fields.tsx';
import { EditForm } from './edit-form.tsx';
import styles from './settings-page.module.css';

const names = {
  title: 'Title',
  prompt: 'Prompt',
  cardTemplate: 'Report card',
  start: 'Starts',
  date: 'Day',
  reportBack: 'Report-back',
  end: 'Ends',
} as const;

interface Values {
  readonly date: string;
  readonly reportBack: string;
  readonly end: string;
}

/** An empty field is a time that there is not. */
function withoutTimes<Fields extends Partial<Values>>({ date, reportBack, end, ...same }: Fields) {
  return {
    ...same,
    ...(date !== undefined && { date: date || null }),
    ...(reportBack !== undefined && { reportBack: reportBack || null }),
    ...(end !== undefined && { end: end || null }),
  };
}

/** One breakout session: its words and times. What groups have written stays. */
export function SessionForm({ session }: { readonly session: Session }) {
  const { title, prompt, start, cardTemplate } = session;
  const values = {
    title,
    prompt,
    cardTemplate,
    start,
    date: session.date ?? '',
    reportBack: session.reportBack ?? '',
    end: session.end ?? '',
  };
  return (
    <EditForm
      label={title}
      values={values}
      names={names}
      refresh={workshopResource(session.workshop).refresh}
      save={async ({ was, ...change }) => {
        const answer = await api.changeSession(session.workshop, session.id, {
          ...withoutTimes(change),
          was: withoutTimes(was),
        });
        if (answer.is === 'answer') await workshopResource(session.workshop).refresh();
        return answer;
      }}
    >
      {(now, change) => (
        <>
          <Field
            label="Title"
            value={now.title}
            maxLength={200}
            onChange={({ target }) => change({ title: target.value })}
          />
          <AreaField
            label="Prompt"
            hint="What the tables are asked"
            rows={2}
            value={now.prompt}
            maxLength={2000}
            onChange={({ target }) => change({ prompt: target.value })}
          />
          <CardTemplateFields
            template={now.cardTemplate}
            onChange={(chosen) => change({ cardTemplate: chosen })}
          />
          <div className={styles.times}>
            <Field
              label="Day"
              type="date"
              value={now.date}
              onChange={({ target }) => change({ date: target.value })}
            />
            <Field
              label="Starts"
              type="time"
              value={now.start}
              onChange={({ target }) => change({ start: target.value })}
            />
            <Field
              label="Report-back"
              type="time"
              value={now.reportBack}
              onChange={({ target }) => change({ reportBack: target.value })}
            />
            <Field
              label="Ends"
              type="time"
              value={now.end}
              onChange={({ target }) => change({ end: target.value })}
            />
          </div>
        </>
      )}
    </EditForm>
  );
}
