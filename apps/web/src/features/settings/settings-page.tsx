import type { WorkshopId } from '@reportback/domain';
import { OrganizerPage } from '../../app/organizer-page.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { AgendaForm } from './agenda-form.tsx';
import { ExpiryForm } from './expiry-form.tsx';
import { OwnersForm } from './owners-form.tsx';
import { SessionsForm } from './sessions-form.tsx';
import styles from './settings-page.module.css';
import { TablesForm } from './tables-form.tsx';
import { WholeWorkshop } from './whole-workshop.tsx';
import { WorkshopForm } from './workshop-form.tsx';

/** `/w/:workshop/settings`: what was set when the workshop was made, to change at any time. */
export default function SettingsPage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <OrganizerPage workshop={workshop} title="settings">
      {(view) => (
        <main className={styles.main}>
          <PageTitle>Settings</PageTitle>
          <section aria-labelledby="the-workshop">
            <h2 id="the-workshop" className={styles.heading}>
              The workshop
            </h2>
            <WorkshopForm view={view} />
          </section>
          <section aria-labelledby="the-sessions">
            <h2 id="the-sessions" className={styles.heading}>
              Sessions
            </h2>
            <SessionsForm view={view} />
          </section>
          <section aria-labelledby="the-agenda">
            <h2 id="the-agenda" className={styles.heading}>
              Agenda
            </h2>
            <AgendaForm view={view} />
          </section>
          <section aria-labelledby="the-tables">
            <h2 id="the-tables" className={styles.heading}>
              Tables
            </h2>
            <TablesForm view={view} />
          </section>
          <section aria-labelledby="the-whole">
            <h2 id="the-whole" className={styles.heading}>
              The whole workshop
            </h2>
            <ExpiryForm view={view} />
            <OwnersForm view={view} />
            <WholeWorkshop view={view} />
          </section>
        </main>
      )}
    </OrganizerPage>
  );
}
