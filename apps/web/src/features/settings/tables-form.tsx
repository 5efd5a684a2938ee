import type { Group, WorkshopId, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { EditForm } from './edit-form.tsx';
import styles from './settings-page.module.css';

/** The tables' names, and another table. A number stays for good: people say it, and it is printed. */
export function TablesForm({ view: { workshop, groups } }: { readonly view: WorkshopView }) {
  return (
    <>
      <ul className={styles.tables}>
        {groups.map((group) => (
          <li key={group.id}>
            <TableForm workshop={workshop.id} group={group} />
          </li>
        ))}
      </ul>
      <AddTable workshop={workshop.id} />
    </>
  );
}

function TableForm({ workshop, group }: { readonly workshop: WorkshopId; readonly group: Group }) {
  return (
    <EditForm
      label={`Table ${group.number}`}
      values={{ name: group.name }}
      names={{ name: `Table ${group.number}` }}
      refresh={workshopResource(workshop).refresh}
      save={async (change) => {
        const answer = await api.changeTable(workshop, group.id, change);
        if (answer.is === 'answer') await workshopResource(workshop).refresh();
        return answer;
      }}
    >
      {(now, change) => (
        <Field
          label={`Table ${group.number}`}
          placeholder="No name of its own"
          value={now.name}
          maxLength={60}
          onChange={({ target }) => change({ name: target.value })}
        />
      )}
    </EditForm>
  );
}

function AddTable({ workshop }: { readonly workshop: WorkshopId }) {
  const [problem, setProblem] = useState('');
  async function add() {
    const answer = await api.addTable(workshop, '');
    setProblem(answer.is === 'answer' ? '' : answerProblem(answer));
    await workshopResource(workshop).refresh();
  }
  return (
    <div className={styles.save}>
      <Button onClick={() => void add()}>Add a table</Button>
      <output>{problem}</output>
    </div>
  );
}
