import {
  type AgendaDay,
  type Contradiction,
  contradictionsIn,
  sessionLines,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { dayInWords } from '../../app/local-time.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { AddAgendaRow } from './add-agenda-row.tsx';
import styles from './agenda-form.module.css';
import { AgendaRow, RowWords } from './agenda-row.tsx';
import { asRow, type RowValues } from './agenda-row-values.ts';
import settings from './settings-page.module.css';

const adding = 'new';

/** The agenda with its breaks, talks and plenaries, each row to change; its sessions follow their own settings. */
export function AgendaForm({ view }: { readonly view: WorkshopView }) {
  const { workshop, sessions } = view;
  const { days } = workshop.agenda;
  const [open, setOpen] = useState<number | typeof adding | null>(null);
  const [removed, setRemoved] = useState<RowValues | null>(null);
  const [problem, setProblem] = useState('');
  const contradictions = contradictionsIn(days);
  const numbers = new Map(
    [...sessionLines(days, sessions)].map(([id, line]) => [
      line,
      sessions.find((each) => each.id === id)?.position,
    ]),
  );
  const refresh = workshopResource(workshop.id).refresh;

  async function bringBack(row: RowValues) {
    const answer = await api.addAgendaRow(workshop.id, asRow(row));
    if (answer.is !== 'answer') return setProblem(answerProblem(answer));
    setRemoved(null);
    setProblem('');
    await refresh();
  }

  async function remove(line: number, row: RowValues) {
    const answer = await api.removeAgendaRow(workshop.id, line, asRow(row));
    if (answer.is === 'answer') {
      setOpen(null);
      setRemoved(row);
    }
    setProblem(answer.is === 'answer' ? '' : answerProblem(answer));
    await refresh();
  }

  return (
    <>
      {days.length === 0 && <p className={settings.lead}>No rows yet: add what the day holds.</p>}
      {days.map((day, index) => (
        // Days have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={index} className={styles.day} aria-label={nameOf(day, index, days.length)}>
          <h3 className={styles.date}>{nameOf(day, index, days.length)}</h3>
          <ol>
            {day.items.map((item) => (
              <li key={item.line} className={styles.item}>
                {numbers.has(item.line) ? (
                  <p className={styles.row}>
                    <RowWords item={item} kind={`Session ${numbers.get(item.line)}`} />
                  </p>
                ) : (
                  <AgendaRow
                    workshop={workshop.id}
                    day={day}
                    item={item}
                    isOpen={open === item.line}
                    onOpen={(isOpen) => {
                      setProblem('');
                      setOpen(isOpen ? item.line : null);
                    }}
                    onRemove={(row) => void remove(item.line, row)}
                  />
                )}
                <Contradictions of={contradictions} line={item.line} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <output>
        {(removed !== null || problem !== '') && (
          <span className={settings.save}>
            {removed !== null && (
              <>
                “{removed.title}” was removed.
                <Button size="small" onClick={() => void bringBack(removed)}>
                  Bring it back
                </Button>
              </>
            )}
            {problem}
          </span>
        )}
      </output>
      {open === adding ? (
        <AddAgendaRow view={view} onDone={() => setOpen(null)} />
      ) : (
        <div className={settings.save}>
          <Button onClick={() => setOpen(adding)}>Add a row</Button>
        </div>
      )}
    </>
  );
}

function Contradictions({
  of,
  line,
}: {
  readonly of: readonly Contradiction[];
  readonly line: number;
}) {
  return of
    .filter((each) => each.line === line)
    .map(({ message }) => (
      <p key={message} className={styles.contradiction}>
        {message}
      </p>
    ));
}

function nameOf({ date }: AgendaDay, index: number, of: number): string {
  if (date !== undefined) return dayInWords(date);
  return of === 1 ? 'The day' : `Day ${index + 1}`;
}
