import type { WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { AgendaRowFields } from './agenda-row-fields.tsx';
import { asRow, type RowValues } from './agenda-row-values.ts';
import settings from './settings-page.module.css';

/** Another break, talk or plenary. */
export function AddAgendaRow({
  view: { workshop },
  onDone,
}: {
  readonly view: WorkshopView;
  readonly onDone: () => void;
}) {
  const last = workshop.agenda.days.at(-1);
  const [values, setValues] = useState<RowValues>({
    title: '',
    kind: 'plenary',
    date: last?.date ?? '',
    start: last?.items.at(-1)?.end ?? '',
    end: '',
  });
  const [problem, setProblem] = useState('');
  async function add() {
    if (values.title.trim() === '' || values.start === '')
      return setProblem(values.start === '' ? 'It needs a start.' : 'It needs a title.');
    const answer = await api.addAgendaRow(workshop.id, asRow(values));
    if (answer.is !== 'answer') return setProblem(answerProblem(answer));
    await workshopResource(workshop.id).refresh();
    onDone();
  }
  return (
    <form
      className={settings.form}
      aria-label="New row"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void add();
      }}
    >
      <AgendaRowFields
        values={values}
        change={(change) => {
          setProblem('');
          setValues({ ...values, ...change });
        }}
      />
      <div className={settings.save}>
        <Button type="submit" kind="primary">
          Add it
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <output>{problem}</output>
      </div>
    </form>
  );
}
