import {
  type AgendaDay,
  type AgendaItem,
  type Contradiction,
  contradictionsIn,
  type Session,
  sessionLines,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { dayInWords } from '../../app/local-time.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Unseen } from '../../design/unseen.tsx';
import { AddAgendaRow } from './add-agenda-row.tsx';
import styles from './agenda-form.module.css';
import { AgendaRow, RowWords } from './agenda-row.tsx';
import { asRow, type RowValues } from './agenda-row-values.ts';
import { revealSession, sessionAnchor } from './folded-session.tsx';
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
  const led = new Map(
    [...sessionLines(days, sessions)].map(([id, line]) => [
      line,
      sessions.find((each) => each.id === id),
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
                {led.has(item.line) ? (
                  <SessionRow item={item} session={led.get(item.line)} />
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

/** A row that a session leads: it is changed with the session's settings. */
function SessionRow({
  item,
  session,
}: {
  readonly item: AgendaItem;
  readonly session: Session | undefined;
}) {
  if (session === undefined) return null;
  return (
    <a
      className={styles.row}
      href={`#${sessionAnchor(session)}`}
      onClick={() => revealSession(session)}
    >
      <RowWords item={item} kind={`Session ${session.position}`} />
      <Unseen>. Change it with its session</Unseen>
    </a>
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
