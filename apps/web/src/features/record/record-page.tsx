import { permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { useMemo } from 'react';
import { api } from '../../app/api.ts';
import { ExpiryBanner } from '../../app/expiry-banner.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Banner } from '../../design/banner.tsx';
import { Completeness } from './completeness.tsx';
import { Downloads } from './downloads.tsx';
import { NamesInRecord } from './names-in-record.tsx';
import styles from './record-page.module.css';
import { Standing } from './standing.tsx';
import { useCurrentStanding } from './use-current-standing.ts';

/** `/w/:workshop/record`: how complete the cards are, and the record to download. */
export default function RecordPage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) =>
        permits[view.me.role]['read-record'] ? <Record view={view} /> : <ToEntrance view={view} />
      }
    </WorkshopPage>
  );
}

function Record({ view }: { readonly view: WorkshopView }) {
  const { workshop } = view;
  const resource = useMemo(() => new Resource(() => api.checkRecord(workshop.id)), [workshop.id]);
  const answer = useReadable(resource);
  const check = answer.is === 'answer' ? answer.value : null;
  useCurrentStanding(view, resource.refresh);
  return (
    <>
      <title>{`${workshop.title}: record`}</title>
      <WorkshopHeader view={view} now="record" />
      {workshop.disclaimer !== null && (
        <Banner about="Example">
          <b>Example.</b> {workshop.disclaimer}
        </Banner>
      )}
      <ExpiryBanner view={view} />
      <main className={styles.main}>
        <Completeness view={view} check={check} />
        <aside aria-label="Files and names">
          <Standing view={view} check={check} />
          <Downloads view={view} />
          <NamesInRecord view={view} check={check} />
          {check?.problems.map((problem) => (
            <p key={problem} className={styles.problem}>
              {problem}
            </p>
          ))}
        </aside>
      </main>
    </>
  );
}
