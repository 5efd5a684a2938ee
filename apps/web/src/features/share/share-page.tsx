import { type LinksView, permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { shownCode } from '../../app/join-code.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { QrCode } from '../../design/qr-code.tsx';
import { RoleLinks } from './role-links.tsx';
import styles from './share-page.module.css';
import { TableLinks } from './table-links.tsx';

/** `/w/:workshop/share`: every way into the workshop, for organizers. */
export default function SharePage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) =>
        permits[view.me.role].organize ? (
          <>
            <title>{`${view.workshop.title}: share`}</title>
            <WorkshopHeader view={view} now="share" />
            <Share view={view} />
          </>
        ) : (
          <ToEntrance view={view} />
        )
      }
    </WorkshopPage>
  );
}

function Share({ view }: { readonly view: WorkshopView }) {
  const [links] = useState(() => new Resource(() => api.links(view.workshop.id)));
  const found = useReadable(links);
  if (found.is === 'loading') return <Loading>Fetching the links…</Loading>;
  return (
    <main className={styles.main}>
      {found.is === 'answer' ? (
        <Links view={view} links={found.value} />
      ) : (
        <Failure of={found} onRetry={links.refresh} />
      )}
    </main>
  );
}

function Links({ view, links }: { readonly view: WorkshopView; readonly links: LinksView }) {
  const code = view.workshop.joinCode;
  const host = new URL(links.links.join).host;
  return (
    <>
      <div className={styles.way}>
        <QrCode
          className={styles.qr}
          address={links.links.join}
          label="QR code of the link for participants"
        />
        <div>
          <PageTitle className={styles.lead}>Scan this, or open {host}</PageTitle>
          {code !== null && <p className={styles.code}>{shownCode(code)}</p>}
        </div>
      </div>
      <RoleLinks links={links.links} />
      <TableLinks groups={view.groups} links={links} />
    </>
  );
}
