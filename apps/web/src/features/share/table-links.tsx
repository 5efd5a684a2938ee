import {
  type Group,
  groupLabel,
  type LinksView,
  type Session,
  sessionsAt,
} from '@reportback/domain';
import { TableName } from '../../design/chip.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import { LinkControls } from './link-controls.tsx';
import styles from './table-links.module.css';

/** Each table's own link: who opens it sits there. The same for all sessions. */
export function TableLinks({
  groups,
  sessions,
  links,
  onChanged,
}: {
  readonly groups: readonly Group[];
  readonly sessions: readonly Session[];
  readonly links: LinksView;
  readonly onChanged: (links: LinksView) => void;
}) {
  const urls = new Map(
    links.sessions.flatMap((session) => session.groups.map(({ id, url }) => [id, url] as const)),
  );
  const tables = groups.flatMap((group) => {
    const url = urls.get(group.id);
    return url === undefined ? [] : [{ group, url }];
  });
  return (
    <section aria-labelledby="table-links">
      <div className={styles.heading}>
        <h2 id="table-links" className={styles.title}>
          One link per table
        </h2>
        <CopyButton
          text={tables.map(({ group, url }) => `${groupLabel(group)}\t${url}`).join('\n')}
          what="the links of all tables"
        >
          {`Copy all ${tables.length}`}
        </CopyButton>
      </div>
      <ul className={styles.tables}>
        {tables.map(({ group, url }) => (
          <li key={group.id} className={styles.table}>
            <div>
              <TableName number={group.number} name={group.name} />
              <Elsewhere group={group} sessions={sessions} />
            </div>
            <div className={styles.buttons}>
              {links.off.includes(group.id) && <b>Off</b>}
              <LinkControls
                workshop={links.workshop}
                name={group.id}
                what={`the link of ${groupLabel(group)}`}
                isOff={links.off.includes(group.id)}
                onChanged={onChanged}
              />
              <CopyButton text={url} what={`the link of ${groupLabel(group)}`} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In which sessions the table does not sit, or goes by another name. */
function Elsewhere({
  group,
  sessions,
}: {
  readonly group: Group;
  readonly sessions: readonly Session[];
}) {
  const at = sessionsAt(group, sessions);
  const out = sessions.filter((session) => !at.some((each) => each.session === session));
  const told = [
    ...(out.length === 0 ? [] : [`not in ${inWords(out)}`]),
    ...at.flatMap(({ session, otherName }) =>
      otherName === null ? [] : [`“${otherName}” in ${inWords([session])}`],
    ),
  ].join(', ');
  return told === '' ? null : <p className={styles.elsewhere}>{told}</p>;
}

function inWords(sessions: readonly Session[]): string {
  const numbers = new Intl.ListFormat('en').format(sessions.map(({ position }) => `${position}`));
  return `${sessions.length === 1 ? 'session' : 'sessions'} ${numbers}`;
}
