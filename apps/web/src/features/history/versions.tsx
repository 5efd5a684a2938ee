import type { HistoryAccess } from '@reportback/domain';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { TablePlace } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { classes } from '../../design/classes.ts';
import { Empty, Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { historyCalls } from './history-calls.ts';
import { VersionDetail } from './version-detail.tsx';
import { VersionList } from './version-list.tsx';
import styles from './versions.module.css';

export interface TableHistory {
  readonly place: TablePlace;
  readonly timeZone: string;
  /** The table's, or “Plenary note”. */
  readonly name: string;
  /** The address of the table itself. */
  readonly back: string;
  readonly access: Exclude<HistoryAccess, { is: 'none' }>;
}

/**
 * The list of versions and the one that is looked at, side by side where there is room, else one after the other.
 * Which one is kept in the address.
 */
export function Versions(table: TableHistory) {
  const { place, timeZone } = table;
  const [search, setSearch] = useSearchParams();
  const [list] = useState(() => new Resource(() => historyCalls.list(place)));
  const found = useReadable(list);
  if (found.is === 'loading') return <Loading>Fetching the versions…</Loading>;
  if (found.is !== 'answer') return <Failure of={found} onRetry={list.refresh} />;
  const { versions } = found.value;
  const asked = versions.find(({ id }) => String(id) === search.get('version'));
  const shown = asked ?? versions[0];
  return (
    <div className={classes(styles.columns, asked && styles.chosen)}>
      <section className={styles.list} aria-labelledby="versions">
        <PageTitle>
          <span id="versions">History</span>
        </PageTitle>
        {versions.length === 0 ? (
          <Empty hint="One is kept at each change of phase, every ten minutes while people write, and before much is removed.">
            No versions yet.
          </Empty>
        ) : (
          <>
            <VersionList versions={versions} shown={shown?.id ?? null} timeZone={timeZone} />
            <p className={styles.keeping}>
              Of the versions from while people were writing, all of the last four hours are kept,
              then one an hour for two days, then one a day. Of the others those at a change of
              phase always stay.
            </p>
          </>
        )}
      </section>
      {shown !== undefined && (
        <VersionDetail
          key={shown.id}
          table={table}
          version={shown}
          onRestored={() => {
            // What is replaced becomes the newest version; who brought this one back stays with it.
            setSearch({ version: String(shown.id) }, { replace: true });
            void list.refresh();
          }}
        />
      )}
    </div>
  );
}
