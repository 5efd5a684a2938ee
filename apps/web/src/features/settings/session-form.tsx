import type { Session } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { AreaField, Field } from '../../design/field.tsx';
import { EditForm } from './edit-form.tsx';
import styles from './settings-page.module.css';

/** One breakout session: its words and times. What groups have written stays. */
export function SessionForm({ session }: { readonly session: Session }) {
  const { title, prompt, start } = session;
  const texts = {
    title,
    prompt,
    start,
    date: session.date ?? '',
    reportBack: session.reportBack ?? '',
    end: session.end ?? '',
  };
  return (
    <EditForm
      label={title}
      texts={texts}
      save={async ({ date, reportBack, end, ...words }) => {
        const answer = await api.changeSession(session.workshop, session.id, {
          ...words,
          ...(date !== undefined && { date: date || null }),
          ...(reportBack !== undefined && { reportBack: reportBack || null }),
          ...(end !== undefined && { end: end || null }),
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
