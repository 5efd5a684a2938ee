import { useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { readAgendaFile } from './agenda-file.ts';
import styles from './agenda-step.module.css';
import { AgendaText } from './agenda-text.tsx';
import { type Draft, tableCountIn, withAgenda } from './draft.ts';
import { EventFields } from './event-fields.tsx';
import type { Choice } from './report-back-row.tsx';
import { type RowDay, sessionsOf, withNewRow } from './rows.ts';
import { Timeline } from './timeline.tsx';
import { UnreadLines } from './unread-lines.tsx';
import type { Reading } from './use-reading.ts';

/** The server refuses a larger text; the page does not even take it in. */
const largest = 1_000_000;

/** Paste the agenda on one side, see what was understood on the other; either side points at the other's line. */
export function AgendaStep({
  draft,
  days,
  reading,
  onDraft,
}: {
  readonly draft: Draft;
  readonly days: readonly RowDay[];
  readonly reading: Reading;
  readonly onDraft: (draft: Draft) => void;
}) {
  const text = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const { view } = reading;
  const { corrections } = draft;
  // A line that was corrected in the timeline is no problem any more.
  const unread = (view?.agenda.problems ?? []).filter(
    ({ line }) => corrections.rows[String(line)] === undefined,
  );
  const rows = days.flatMap((day) => day.rows);
  const isBegun = view !== null || rows.length > 0;

  function take(agenda: string) {
    if (agenda.length > largest) {
      setProblem('This text is larger than 1 MB. Paste only the agenda’s rows: times and titles.');
      return;
    }
    setProblem(null);
    onDraft(withAgenda(draft, agenda));
  }

  async function read(chosen: File) {
    const found = await readAgendaFile(chosen);
    if ('problem' in found) setProblem(found.problem);
    else take(found.text);
  }

  function writeByHand() {
    const added = withNewRow(corrections, { day: 0, rows: [], kind: 'breakout' });
    onDraft({ ...draft, corrections: added.corrections });
    setOpen(added.key);
  }

  function choose(key: string, choice: Choice | null) {
    const { [key]: _, ...others } = draft.choices;
    onDraft({ ...draft, choices: choice === null ? others : { ...others, [key]: choice } });
  }

  /** Shows a line of the agenda: selects it, so that typing replaces it. */
  function show(line: number) {
    const area = text.current;
    if (area === null) return;
    const lines = draft.agenda.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  }

  return (
    <div className={styles.step}>
      <section className={styles.text} aria-labelledby="agenda-label">
        <div className={styles.heading}>
          <h2 className={styles.title} id="agenda-label">
            Paste the agenda
          </h2>
          <span className={styles.aside}>
            <input
              ref={file}
              type="file"
              accept=".txt,.md,.csv,.tsv,.html,.htm,.ics,text/*"
              hidden
              aria-label="File of an agenda"
              onChange={(chosen) => {
                const first = chosen.target.files?.[0];
                if (first) void read(first);
                chosen.target.value = '';
              }}
            />
            <Button size="small" onClick={() => file.current?.click()}>
              Open a file
            </Button>
          </span>
        </div>
        {(problem ?? reading.problem) !== null && (
          <p className={styles.problem} role="alert">
            {problem ?? reading.problem}
          </p>
        )}
        <AgendaText
          ref={text}
          labelledBy="agenda-label"
          text={draft.agenda}
          marked={unread.map((found) => found.line)}
          chosen={rows.find(({ key }) => key === open)?.line ?? null}
          onChange={take}
        />
      </section>
      <section aria-labelledby="understood-label">
        <div className={styles.heading}>
          <h2 className={styles.title} id="understood-label">
            {draft.agenda.trim() === '' && isBegun ? 'The agenda' : 'This is what we understood'}
          </h2>
          {isBegun && <span className={styles.aside}>Click any row to correct it</span>}
        </div>
        {isBegun ? (
          <>
            <EventFields
              draft={draft}
              view={view}
              sessions={sessionsOf(days).length}
              onChange={(changed) => onDraft({ ...draft, ...changed })}
            />
            <UnreadLines problems={unread} onShow={show} />
            <Timeline
              days={days}
              corrections={corrections}
              tablesIn={(key) => tableCountIn(draft, key)}
              choices={draft.choices}
              open={open}
              onOpen={setOpen}
              onCorrect={(corrected) => onDraft({ ...draft, corrections: corrected })}
              onChoose={choose}
              onShow={show}
            />
          </>
        ) : (
          <div className={styles.nothing}>
            <p>
              Times, sessions and report-backs appear here as soon as there is an agenda. As it
              stands on the web page is fine; a text, HTML, CSV or calendar file too.
            </p>
            <Button size="small" onClick={writeByHand}>
              Write it row by row
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}
