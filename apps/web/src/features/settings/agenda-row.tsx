import type { AgendaDay, AgendaItem, WorkshopId } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Unseen } from '../../design/unseen.tsx';
import styles from './agenda-form.module.css';
import { AgendaRowFields } from './agenda-row-fields.tsx';
import { asRow, type RowValues } from './agenda-row-values.ts';
import { EditForm } from './edit-form.tsx';

const kindWords: Readonly<Record<AgendaItem['kind'], string>> = {
  breakout: 'Small groups',
  'report-back': 'Report-back',
  break: 'Break',
  plenary: 'Plenary',
  other: '',
};

/** A row that is no session: what it says, or its form while it is being changed. */
export function AgendaRow({
  workshop,
  day,
  item,
  isOpen,
  onOpen,
  onRemove,
}: {
  readonly workshop: WorkshopId;
  readonly day: AgendaDay;
  readonly item: AgendaItem;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRemove: (row: RowValues) => void;
}) {
  const { title, kind, start, end } = item;
  if (!isOpen)
    return (
      <button type="button" className={styles.row} onClick={() => onOpen(true)}>
        <RowWords item={item} kind={kindWords[kind]} />
        <Unseen>. Change this row</Unseen>
      </button>
    );
  const values = { title, kind, date: day.date ?? '', start, end: end ?? '' };
  return (
    <EditForm
      label={title}
      values={values}
      names={{ title: 'Title', kind: 'What it is', date: 'Day', start: 'Starts', end: 'Ends' }}
      inWords={{ kind: (value) => kindWords[value] || 'Other' }}
      refresh={workshopResource(workshop).refresh}
      save={async ({ was, ...change }) => {
        const answer = await api.changeAgendaRow(workshop, item.line, {
          ...asRow(change),
          was: asRow(was),
        });
        if (answer.is === 'answer') await workshopResource(workshop).refresh();
        return answer;
      }}
      actions={
        <>
          <Button onClick={() => onOpen(false)}>Close</Button>
          <Button kind="text" onClick={() => onRemove(values)}>
            Take it out
          </Button>
        </>
      }
    >
      {(now, change) => <AgendaRowFields values={now} change={change} />}
    </EditForm>
  );
}

/** The words of a row. */
export function RowWords({ item, kind }: { readonly item: AgendaItem; readonly kind: string }) {
  const { start, end, title } = item;
  return (
    <>
      <span className={styles.time}>{end === null ? start : `${start}–${end}`}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.kind}>{kind}</span>
    </>
  );
}
