import { type Group, type Session, type SessionTables, sessionTables } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { AreaField, Field } from '../../design/field.tsx';
import { CardTemplateFields } from '../card-template/card-template-fields.tsx';
import { EditForm } from './edit-form.tsx';
import { SessionTablesFields, tablesInWords } from './session-tables-fields.tsx';
import styles from './settings-page.module.css';

const names = {
  title: 'Title',
  prompt: 'Prompt',
  cardTemplate: 'Report card',
  start: 'Starts',
  date: 'Day',
  reportBack: 'Report-back',
  end: 'Ends',
  tables: 'Tables',
} as const;

interface Values {
  readonly date: string;
  readonly reportBack: string;
  readonly end: string;
  readonly tables: SessionTables;
}

const asInWorkshop: SessionTables = { out: [], names: {} };

/** What the server wants to be sure of, and whoever waits for the answer. */
interface Question {
  readonly problem: string;
  readonly reply: (yes: boolean) => void;
}

/** As the server has it: an empty field is a time that there is not, and tables that do not differ are none. */
function asKept<Fields extends Partial<Values>>({
  date,
  reportBack,
  end,
  tables,
  ...same
}: Fields) {
  return {
    ...same,
    ...(date !== undefined && { date: date || null }),
    ...(reportBack !== undefined && { reportBack: reportBack || null }),
    ...(end !== undefined && { end: end || null }),
    ...(tables !== undefined && { tables: sessionTables(tables).tables ?? null }),
  };
}

/** One breakout session: its words, times and tables. What groups have written stays. */
export function SessionForm({
  session,
  groups,
}: {
  readonly session: Session;
  readonly groups: readonly Group[];
}) {
  const [asks, setAsks] = useState<Question | null>(null);
  const { title, prompt, start, cardTemplate } = session;
  const values = {
    title,
    prompt,
    cardTemplate,
    start,
    date: session.date ?? '',
    reportBack: session.reportBack ?? '',
    end: session.end ?? '',
    tables: session.tables ?? asInWorkshop,
  };
  return (
    <>
      <EditForm
        label={title}
        values={values}
        names={names}
        inWords={{ tables: (tables) => tablesInWords(groups, tables) }}
        refresh={workshopResource(session.workshop).refresh}
        save={async ({ was, ...change }) => {
          const send = (evenWritten: boolean) =>
            api.changeSession(session.workshop, session.id, {
              ...asKept(change),
              was: asKept(was),
              ...(evenWritten && { evenWritten }),
            });
          let answer = await send(false);
          if (answer.is === 'refused' && answer.code === 'has-text') {
            const { problem } = answer;
            if (await new Promise<boolean>((reply) => setAsks({ problem, reply })))
              answer = await send(true);
            setAsks(null);
          }
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
            <SessionTablesFields
              groups={groups}
              tables={now.tables}
              onChange={(tables) => change({ tables })}
            />
          </>
        )}
      </EditForm>
      {asks !== null && (
        <Dialog
          title="Leave tables out that have written?"
          onClose={() => asks.reply(false)}
          actions={
            <>
              <Button onClick={() => asks.reply(false)}>Keep them in</Button>
              <Button kind="danger" onClick={() => asks.reply(true)}>
                Leave them out
              </Button>
            </>
          }
        >
          <p>{asks.problem}</p>
        </Dialog>
      )}
    </>
  );
}
