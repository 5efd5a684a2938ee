import type { Group, Session } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { tablesInWords } from '../session-tables/session-tables-fields.tsx';
import { EditForm } from './edit-form.tsx';
import { SessionFields } from './session-fields.tsx';
import { asKept, valuesOf } from './session-values.ts';

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

/** What the server wants to be sure of, and whoever waits for the answer. */
interface Question {
  readonly problem: string;
  readonly reply: (yes: boolean) => void;
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
  return (
    <>
      <EditForm
        label={session.title}
        values={valuesOf(session)}
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
        {(now, change) => <SessionFields values={now} groups={groups} change={change} />}
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
