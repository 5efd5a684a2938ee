import {
  permits,
  type RecordCheck,
  type RecordState,
  type StandingCommand,
  unreachable,
  usualCorrectionDays,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { api, editionAddress } from '../../app/api.ts';
import { DownloadButton } from '../../app/download-button.tsx';
import { momentInWords } from '../../app/local-time.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import styles from './standing.module.css';
import { type Asked, StandingDialog } from './standing-dialog.tsx';

/** Whether the record is open, takes corrections or is frozen, and an organizer's ways from one to the other. */
export function Standing({
  view,
  check,
}: {
  readonly view: WorkshopView;
  readonly check: RecordCheck | null;
}) {
  const { workshop, record, me } = view;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState('');

  /** Answers whether it was done. */
  const command = async (wanted: StandingCommand): Promise<boolean> => {
    const answer = await api.commandStanding(workshop.id, wanted);
    if (answer.is !== 'answer') {
      setProblem(
        answer.is === 'refused' ? answer.problem : 'The server did not answer. Try again.',
      );
      return false;
    }
    setProblem('');
    workshopResource(workshop.id).set({ ...view, record: answer.value });
    // The sessions' phases went along.
    void workshopResource(workshop.id).refresh();
    return true;
  };

  return (
    <section aria-labelledby="standing" className={styles.section}>
      <h2 id="standing" className={styles.heading}>
        {heading(record)}
      </h2>
      <div className={styles.words}>
        <Words record={record} timeZone={workshop.timeZone} />
      </div>
      {permits[me.role].organize && (
        <div className={styles.commands}>
          {commandsOf(record).map(({ words, ...asks }) => (
            <Button key={words} size="small" onClick={() => setAsked(asks)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <Editions view={view} check={check} />
      {asked !== null && (
        <StandingDialog
          asked={asked}
          days={usualCorrectionDays}
          view={view}
          problem={problem}
          onClose={() => {
            setAsked(null);
            setProblem('');
          }}
          onCommand={async (wanted) => {
            if (await command(wanted)) setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function heading({ standing }: RecordState): string {
  switch (standing.is) {
    case 'open':
      return 'The record is open';
    case 'correcting':
      return 'Taking corrections';
    case 'frozen':
      return 'The record is frozen';
    default:
      return unreachable(standing);
  }
}

function Words({
  record: { standing, hash },
  timeZone,
}: {
  readonly record: RecordState;
  readonly timeZone: string;
}) {
  switch (standing.is) {
    case 'open':
      return (
        <p>
          Everything can still change. After the event, open it for corrections: changes are marked
          then, and at the end it freezes.
        </p>
      );
    case 'correcting':
      return (
        <p>
          Until <b>{momentInWords(standing.until, timeZone)}</b>. What people change is marked in
          the record with who and when; then it freezes by itself.
        </p>
      );
    case 'frozen':
      return (
        <>
          <p>
            Since <b>{momentInWords(standing.at, timeZone)}</b>
            {standing.edition > 1 && `, edition ${standing.edition}`}. Every download comes from
            what was kept then{hash === null ? '.' : ', and carries its hash:'}
          </p>
          {hash !== null && (
            <p className={styles.hash}>
              <code>{hash}</code> <CopyButton text={hash} what="the hash of the record" />
            </p>
          )}
          {standing.note !== '' && <p>{standing.note}</p>}
        </>
      );
    default:
      return unreachable(standing);
  }
}

function commandsOf({ standing }: RecordState): readonly (Asked & { readonly words: string })[] {
  switch (standing.is) {
    case 'open':
      return [
        { is: 'begin', words: 'Take corrections…' },
        { is: 'freeze', words: 'Freeze now…' },
      ];
    case 'correcting':
      return [
        { is: 'freeze', words: 'Freeze now…' },
        { is: 'prolong', words: 'Another end…' },
        { is: 'open', words: 'Back to open…' },
      ];
    case 'frozen':
      return [{ is: 'reopen', words: 'Reopen…' }];
    default:
      return unreachable(standing);
  }
}

/** Former editions: what was sent to somebody may be one of them. */
function Editions({
  view: { workshop },
  check,
}: {
  readonly view: WorkshopView;
  readonly check: RecordCheck | null;
}) {
  const editions = check?.editions ?? [];
  if (editions.length === 0) return null;
  return (
    <details className={styles.editions}>
      <summary>
        {editions.length === 1 ? 'One frozen edition' : `${editions.length} frozen editions`}
      </summary>
      <ol>
        {editions.toReversed().map(({ edition, at, hash, note, isKept }) => (
          <li key={edition}>
            {isKept ? (
              <DownloadButton address={editionAddress(workshop.id, edition)}>
                Edition {edition}, as JSON
              </DownloadButton>
            ) : (
              `Edition ${edition}, its words are not kept any more`
            )}
            <span className={styles.detail}>{momentInWords(at, workshop.timeZone)}</span>
            {note !== '' && <span className={styles.detail}>{note}</span>}
            <code className={styles.detail}>{hash}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
