import type { LinksView, WorkshopId, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { OrganizerPage } from '../../app/organizer-page.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { TickField } from '../../design/field.tsx';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { Tent } from './tent.tsx';
import styles from './tents-page.module.css';

/** `/w/:workshop/tents`: a card for each table, to print, two to a sheet of A4 or Letter. */
export default function TentsPage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <OrganizerPage workshop={workshop} title="table tents">
      {(view) => <Tents view={view} />}
    </OrganizerPage>
  );
}

function Tents({ view }: { readonly view: WorkshopView }) {
  const [links] = useState(() => new Resource<LinksView>(() => api.links(view.workshop.id)));
  const [savesInk, setSavesInk] = useState(false);
  const found = useReadable(links);
  if (found.is === 'loading') return <Loading>Fetching the links…</Loading>;
  if (found.is !== 'answer') return <Failure of={found} onRetry={links.refresh} />;
  const urls = new Map(found.value.sessions[0]?.groups.map(({ id, url }) => [id, url]));
  return (
    <main className={styles.main}>
      <div className={styles.controls}>
        <PageTitle>Table tents</PageTitle>
        <p>
          Two to a sheet of A4 or Letter, upright; cut along the middle. To keep them as a PDF,
          choose that in the print dialog. They read well in grey: the number carries the meaning,
          the colour only helps.
        </p>
        <TickField
          label="Save ink"
          checked={savesInk}
          onChange={({ target }) => setSavesInk(target.checked)}
        />
        <div className={styles.buttons}>
          <Button kind="primary" onClick={() => window.print()}>
            Print {view.groups.length} tents
          </Button>
          <ButtonLink href={addresses.share(view.workshop.id)}>Back to the links</ButtonLink>
        </div>
      </div>
      <ul className={styles.tents} data-theme="light">
        {view.groups.map((group) => (
          <Tent
            key={group.id}
            group={group}
            view={view}
            address={urls.get(group.id) ?? found.value.links.join}
            savesInk={savesInk}
          />
        ))}
      </ul>
    </main>
  );
}
