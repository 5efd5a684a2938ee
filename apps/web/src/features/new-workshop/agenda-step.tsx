import { useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import styles from './agenda-step.module.css';
import { AgendaText } from './agenda-text.tsx';
import type { Draft } from './draft.ts';
import { EventFields } from './event-fields.tsx';
import { Timeline } from './timeline.tsx';
import type { Reading } from './use-reading.ts';

/** The server refuses a larger text; the page does not even take it in. */
const largest = 1_000_000;

/** Paste the agenda on one side, see what was understood on the other; either side points at the other's line. */
export function AgendaStep({
  draft,
  reading,
  onChange,
}: {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const text = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { view } = reading;

  function take(agenda: string) {
    if (agenda.length > largest) {
      setProblem('This text is larger than 1 MB. Paste only the agenda’s rows: times and titles.');
      return;
    }
    setProblem(null);
    onChange({ agenda });
  }

  async function open(chosen: File) {
    if (chosen.size > largest)
      setProblem(`“${chosen.name}” is larger than 1 MB. Choose the agenda as plain text.`);
    else {
      const content = await chosen.text();
      if (content.includes('\0') || content.includes('\uFFFD'))
        setProblem(
          `“${chosen.name}” is no plain text in UTF-8. Open it, and copy the rows from there.`,
        );
      else take(content);
    }
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
      <section aria-labelledby="agenda-label">
        <div className={styles.heading}>
          <h2 className={styles.title} id="agenda-label">
            Paste the agenda
          </h2>
          <span className={styles.aside}>
            <input
              ref={file}
              type="file"
              accept=".txt,.md,.csv,.html,text/*"
              hidden
              onChange={(chosen) => {
                const first = chosen.target.files?.[0];
                if (first) void open(first);
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
          marked={view?.agenda.problems.map((found) => found.line) ?? []}
          onChange={take}
        />
      </section>
      <section aria-labelledby="understood-label">
        <div className={styles.heading}>
          <h2 className={styles.title} id="understood-label">
            This is what we understood
          </h2>
          {view !== null && <span className={styles.aside}>Choose a row to see its line</span>}
        </div>
        {view === null ? (
          <p className={styles.nothing}>
            Times, sessions and report-backs appear here as soon as there is an agenda. As it stands
            on the web page is fine.
          </p>
        ) : (
          <>
            <EventFields draft={draft} view={view} onChange={onChange} />
            <Timeline view={view} tables={draft.tables} onShow={show} />
          </>
        )}
      </section>
    </div>
  );
}
