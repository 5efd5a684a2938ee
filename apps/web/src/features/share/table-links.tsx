import { type Group, groupLabel, type LinksView } from '@reportback/domain';
import { TableName } from '../../design/chip.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import { LinkControls } from './link-controls.tsx';
import styles from './table-links.module.css';

/** Each table's own link: who opens it sits there. The same for all sessions. */
export function TableLinks({
  groups,
  links,
  onChanged,
}: {
  readonly groups: readonly Group[];
  readonly links: LinksView;
  readonly onChanged: (links: LinksView) => void;
}) {
  const urls = new Map(links.sessions[0]?.groups.map((group) => [group.id, group.url]));
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
            <TableName number={group.number} name={group.name} />
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
