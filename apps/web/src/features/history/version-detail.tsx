import type { VersionEntry } from '@reportback/domain';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../../app/failure.tsx';
import { localTime } from '../../app/local-time.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { Loading } from '../../design/page-message.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { ChangesView } from './changes-view.tsx';
import { historyCalls } from './history-calls.ts';
import { RestoreVersion } from './restore-version.tsx';
import styles from './version-detail.module.css';
import { authorWords, reasonWords } from './version-words.ts';
import type { TableHistory } from './versions.tsx';
import { ImagesOf } from './written-blocks.tsx';
import { WrittenTable } from './written-table.tsx';

/** One version: what it says, what became of it since, and the way back to it. */
export function VersionDetail({
  table,
  version,
  onRestored,
}: {
  readonly table: TableHistory;
  readonly version: VersionEntry;
  readonly onRestored: () => void;
}) {
  const { place, timeZone, name } = table;
  const [face, setFace] = useState<'said' | 'changed'>('said');
  const [resource] = useState(() => new Resource(() => historyCalls.version(place, version.id)));
  const found = useReadable(resource);
  const { time } = localTime(version.at, timeZone);
  const by = authorWords(version);
  return (
    <section className={styles.version} aria-labelledby="version">
      <Link href="?" className={styles.all}>
        All versions
      </Link>
      <header className={styles.head}>
        <h2 id="version" className={styles.title}>
          {name} at {time}
        </h2>
        <p className={styles.why}>
          {reasonWords(version.why)}
          {by !== '' && `. Written by ${by}`}
        </p>
      </header>
      {found.is === 'loading' && <Loading>Fetching this version…</Loading>}
      {found.is === 'answer' && (
        <>
          <RestoreVersion
            table={table}
            version={version}
            time={time}
            onRestored={() => {
              void resource.refresh();
              onRestored();
            }}
          />
          <Tabs
            label="This version"
            now={face}
            onChange={setFace}
            tabs={[
              {
                name: 'said',
                title: 'What it said',
                panel: (
                  <div className={styles.face}>
                    <ImagesOf value={place.workshop}>
                      <WrittenTable table={found.value.said} />
                    </ImagesOf>
                  </div>
                ),
              },
              {
                name: 'changed',
                title: 'What changed since',
                panel: (
                  <div className={styles.face}>
                    <ChangesView said={found.value.said} now={found.value.now} />
                  </div>
                ),
              },
            ]}
          />
        </>
      )}
      {(found.is === 'refused' || found.is === 'silent') && (
        <Failure of={found} onRetry={resource.refresh} />
      )}
    </section>
  );
}
