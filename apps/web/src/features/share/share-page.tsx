import { type LinksView, permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { shownCode } from '../../app/join-code.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { workshopResource } from '../../app/use-workshop.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { ButtonLink } from '../../design/button.tsx';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { QrCode } from '../../design/qr-code.tsx';
import { AuditList } from './audit-list.tsx';
import { LinkControls } from './link-controls.tsx';
import { RoleLinks } from './role-links.tsx';
import styles from './share-page.module.css';
import { TableLinks } from './table-links.tsx';

/** An address that means another computer on every computer. */
const thisComputer = /^(localhost|127\.[\d.]+|\[::1\])$/;

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
  const [audit] = useState(() => new Resource(() => api.audit(view.workshop.id)));
  const found = useReadable(links);
  if (found.is === 'loading') return <Loading>Fetching the links…</Loading>;
  return (
    <main className={styles.main}>
      {found.is === 'answer' ? (
        <Links
          view={view}
          links={found.value}
          onChanged={(changed) => {
            links.set(changed);
            void workshopResource(view.workshop.id).refresh();
            void audit.refresh();
          }}
        />
      ) : (
        <Failure of={found} onRetry={links.refresh} />
      )}
      <AuditList of={audit} timeZone={view.workshop.timeZone} />
    </main>
  );
}

function Links({
  view,
  links,
  onChanged,
}: {
  readonly view: WorkshopView;
  readonly links: LinksView;
  readonly onChanged: (links: LinksView) => void;
}) {
  const code = view.workshop.joinCode;
  const { host, hostname } = new URL(links.links.join);
  return (
    <>
      <nav className={styles.more} aria-label="More for organizers">
        <ButtonLink href={addresses.people(view.workshop.id)}>People and tables</ButtonLink>
        <ButtonLink href={addresses.settings(view.workshop.id)}>Settings</ButtonLink>
        <ButtonLink href={addresses.tents(view.workshop.id)}>Print table tents</ButtonLink>
      </nav>
      <div className={styles.way}>
        <QrCode
          className={styles.qr}
          address={links.links.join}
          label="QR code of the link for participants"
        />
        <div>
          <PageTitle className={styles.lead}>Scan this, or open {host}</PageTitle>
          {code !== null && <p className={styles.code}>{shownCode(code)}</p>}
          {links.off.includes('code') && <p>The join code is switched off.</p>}
          <div className={styles.change}>
            <LinkControls
              workshop={view.workshop.id}
              name="code"
              what="the join code"
              isOff={links.off.includes('code')}
              onChanged={onChanged}
            />
          </div>
          {thisComputer.test(hostname) && (
            <p className={styles.local}>
              These links, codes and tents open on this computer only. For other devices the server
              has to be started with <code>HOST=0.0.0.0</code> or a <code>PUBLIC_URL</code>.
            </p>
          )}
        </div>
      </div>
      <RoleLinks workshop={view.workshop.id} view={links} onChanged={onChanged} />
      <TableLinks
        groups={view.groups}
        sessions={view.sessions}
        links={links}
        onChanged={onChanged}
      />
    </>
  );
}
