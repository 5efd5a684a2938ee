import { decodeAgenda, type RosterView, type WorkshopId } from '@reportback/domain';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { AreaField } from '../../design/field.tsx';
import styles from './people-page.module.css';

/** People pasted from a spreadsheet, or from a CSV file of whatever encoding; nobody is added twice. */
export function RosterForm({
  workshop,
  onAdded,
}: {
  readonly workshop: WorkshopId;
  readonly onAdded: (view: RosterView) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState<readonly string[]>([]);

  async function add() {
    const answer = await api.addRoster(workshop, text);
    if (answer.is !== 'answer') {
      setSaid([answer.is === 'refused' ? answer.problem : 'The server did not answer. Try again.']);
      return;
    }
    const { added, known, problems } = answer.value;
    setSaid([
      `${added} added, ${known} were there already.`,
      ...(problems.length > 0 ? ['What to look at:'] : []),
      ...problems,
    ]);
    if (problems.length === 0) setText('');
    onAdded(answer.value);
  }

  async function take(chosen: File | undefined) {
    if (chosen === undefined) return;
    try {
      setText(decodeAgenda(new Uint8Array(await chosen.arrayBuffer())));
      setSaid([]);
    } catch {
      setSaid([
        `“${chosen.name}” is no text, or larger than 1 MB. Save it as CSV in the spreadsheet, or paste its cells.`,
      ]);
    }
  }

  return (
    <form
      className={styles.roster}
      aria-label="Roster"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void add();
      }}
    >
      <AreaField
        label="Add people"
        hint="One a line: name, affiliation, table; with commas, semicolons or tabs, with headings or without. As it comes out of a spreadsheet is fine."
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.bar}>
        <Button type="submit" kind="primary" disabled={text.trim() === ''}>
          Add
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="File of a roster"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>Open a CSV file</Button>
      </div>
      <output>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </output>
    </form>
  );
}
