import {
  type Group,
  type GroupId,
  groupLabel,
  namedIn,
  type Session,
  type SessionId,
  sitsIn,
  type WorkshopView,
} from '@reportback/domain';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { recordAddress } from '../../app/api.ts';
import { useDownload } from '../../app/use-download.ts';
import styles from './downloads.module.css';

/** The files of the record, by the ending that the server knows them by. */
const files = [
  { ending: 'docx', name: 'DOCX', purpose: 'For Word and LibreOffice' },
  { ending: 'pdf', name: 'PDF', purpose: 'As it prints' },
  { ending: 'html', name: 'HTML', purpose: 'One file, works offline' },
  { ending: 'md', name: 'Markdown', purpose: 'For a repository' },
  { ending: 'tex', name: 'LaTeX', purpose: 'For a proceedings' },
  { ending: 'csv', name: 'CSV', purpose: 'Points, for a spreadsheet' },
  { ending: 'findings.csv', name: 'CSV', purpose: 'Findings, for a spreadsheet' },
  { ending: 'json', name: 'JSON', purpose: 'Can be imported again' },
  { ending: 'zip', name: 'ZIP', purpose: 'All of the above' },
] as const;
/** Every format of the record, of the event or of a part of it. */
export function Downloads({ view }: { readonly view: WorkshopView }) {
  const { workshop, sessions, groups } = view;
  const [session, setSession] = useState<SessionId | null>(null);
  const [group, setGroup] = useState<GroupId | null>(null);
  const { download, fetch } = useDownload();
  const table = workshop.attribution === 'none' ? null : group;
  const chosen = sessions.find(({ id }) => id === session);

  return (
    <section aria-labelledby="download">
      <h2 id="download" className={styles.heading}>
        Download
      </h2>
      <div className={styles.scope}>
        <label>
          Session
          <select
            value={session ?? ''}
            onChange={(event) =>
              setSession(sessions.find(({ id }) => id === event.target.value)?.id ?? null)
            }
          >
            <option value="">All sessions</option>
            {sessions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {workshop.attribution !== 'none' && (
          <label>
            Table
            <select
              value={group ?? ''}
              onChange={(event) =>
                setGroup(groups.find(({ id }) => id === event.target.value)?.id ?? null)
              }
            >
              <option value="">All tables</option>
              {groups.map((each) => (
                <option key={each.id} value={each.id}>
                  {chosen === undefined ? groupLabel(each) : labelIn(each, chosen)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ul className={styles.files}>
        {files.map(({ ending, name, purpose }) => {
          const address = recordAddress(workshop.id, ending, { session, group: table });
          const isThis = download.is !== 'idle' && download.address === address;
          const isMaking = isThis && download.is === 'making';
          return (
            <li key={ending}>
              <button
                type="button"
                className={styles.file}
                disabled={download.is === 'making'}
                aria-busy={isMaking}
                onClick={() => void fetch(address)}
              >
                <b className={styles.name}>{name}</b>
                <span className={styles.purpose}>{isMaking ? 'Being made…' : purpose}</span>
                <Download size={20} strokeWidth={1.5} aria-hidden="true" />
              </button>
              {isThis && download.is === 'failed' && (
                <p className={styles.problem} role="alert">
                  {download.problem}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <output className={styles.said}>
        {download.is === 'made' ? `Downloaded: ${download.name}` : ''}
      </output>
      <p className={styles.words}>
        {view.record.standing.is === 'frozen' ? 'As it was frozen' : 'As it stands now'}: findings,
        cards, actions, then the notes. Empty tables are named as empty.
      </p>
    </section>
  );
}

/** A table by its name in a session; what one that was left out of it had written is still there. */
function labelIn(group: Group, session: Session): string {
  const label = groupLabel(namedIn(group, session));
  return sitsIn(group.id, session) ? label : `${label} (not in this session)`;
}
