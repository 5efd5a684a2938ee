import {
  decodeAgenda,
  encodingOf,
  type RosterPreview,
  type RosterRequest,
  type RosterView,
  type WorkshopId,
} from '@reportback/domain';
import { useRef, useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import { AreaField } from '../../design/field.tsx';
import styles from './people-page.module.css';
import { type Corrected, RosterTable } from './roster-table.tsx';

/**
 * People pasted from a spreadsheet, or from a CSV file of whatever encoding: shown as they were understood, to correct,
 * before anybody is added; nobody is added twice.
 */
export function RosterForm({
  workshop,
  onAdded,
}: {
  readonly workshop: WorkshopId;
  readonly onAdded: (view: RosterView) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);

  const asked = useRef(0);
  const begin = (roster: string, note: readonly string[] = []) => {
    asked.current += 1;
    setText(roster);
    setPreview(null);
    setSaid(note);
  };

  async function look(corrected: Omit<RosterRequest, 'roster'> = {}) {
    asked.current += 1;
    const mine = asked.current;
    const answer = await api.previewRoster(workshop, { roster: text, ...corrected });
    // An answer to what was asked before, or about another text, is late.
    if (asked.current !== mine) return;
    if (answer.is === 'answer') setPreview(answer.value);
    else setSaid([answerProblem(answer)]);
  }

  async function add({ columns, headings }: RosterPreview) {
    const hasHeadings = headings !== null;
    const answer = await api.addRoster(workshop, { roster: text, columns, hasHeadings });
    if (answer.is !== 'answer') return setSaid([answerProblem(answer)]);
    const { added, known, problems } = answer.value;
    begin('', [
      `${added} added, ${known} were there already.`,
      ...(problems.length > 0 ? ['What to look at:'] : []),
      ...problems,
    ]);
    onAdded(answer.value);
  }

  /** Shows the correction at once; what it leads to comes from the server. */
  function correct(corrected: Corrected) {
    if (preview === null) return;
    const { columns, hasHeadings } = corrected;
    setPreview({ ...preview, columns, headings: hasHeadings ? (preview.headings ?? []) : null });
    void look(corrected);
  }

  async function take(chosen: File | undefined) {
    if (chosen === undefined) return;
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const isGuess = encodingOf(bytes) === 'windows-1252';
      begin(
        decodeAgenda(bytes),
        isGuess
          ? [
              'The file is not Unicode; it was read as Windows-1252. Where letters look wrong, save it as “CSV UTF-8” in the spreadsheet.',
            ]
          : [],
      );
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
        void (preview === null ? look() : add(preview));
      }}
    >
      <AreaField
        label="Add people"
        hint="One a line: name, affiliation, table; with commas, semicolons or tabs, with headings or without. As it comes out of a spreadsheet is fine."
        rows={4}
        value={text}
        onChange={({ target }) => begin(target.value)}
      />
      {preview !== null && <RosterTable preview={preview} onChange={correct} />}
      <div className={styles.bar}>
        {preview === null ? (
          <Button type="submit" kind="primary" disabled={text.trim() === ''}>
            Look at it
          </Button>
        ) : (
          <>
            <Button type="submit" kind="primary" disabled={preview.added === 0}>
              Add {preview.added === 1 ? '1 person' : `${preview.added} people`}
            </Button>
            <Button onClick={() => setPreview(null)}>Back</Button>
          </>
        )}
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
