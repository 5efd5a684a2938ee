import type { PeopleView, WorkshopId, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { OrganizerPage } from '../../app/organizer-page.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { PeopleList } from './people-list.tsx';
import styles from './people-page.module.css';
import { RosterForm } from './roster-form.tsx';

/** `/w/:workshop/people`: who takes part, and who sits where. */
export default function PeoplePage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <OrganizerPage workshop={workshop} title="people">
      {(view) => <People view={view} />}
    </OrganizerPage>
  );
}

function People({ view }: { readonly view: WorkshopView }) {
  const { workshop } = view;
  const [people] = useState(() => new Resource<PeopleView>(() => api.people(workshop.id)));
  const found = useReadable(people);
  if (found.is === 'loading') return <Loading>Fetching the people…</Loading>;
  return (
    <main className={styles.main}>
      <PageTitle>People</PageTitle>
      {found.is === 'answer' ? (
        <>
          <RosterForm workshop={workshop.id} onAdded={people.set} />
          <PeopleList view={view} found={found.value} resource={people} />
        </>
      ) : (
        <Failure of={found} onRetry={people.refresh} />
      )}
    </main>
  );
}
