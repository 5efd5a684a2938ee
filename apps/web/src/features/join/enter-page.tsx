import type { EnterRequest, WorkshopId } from '@reportback/domain';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import { NotFound } from '../../app/error-boundary.tsx';
import { Failure } from '../../app/failure.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Loading } from '../../design/page-message.tsx';

/**
 * `/enter#<token>` and `/join#<token>`: hands the link's token to the server, takes it out of the address, so
 * that it stays in no history and no screenshot, and goes to where the link leads.
 */
export default function EnterPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  if (token === '')
    return (
      <NotFound reason="The second half of this link is missing. Open the link again, or enter the workshop’s code." />
    );
  return <Entry request={{ token }} />;
}

/** Enters by a token or a code, and shows why where the server refuses it. */
export function Entry({ request }: { readonly request: EnterRequest }) {
  const [entry] = useState(() => new Resource(() => api.enter(request)));
  const entered = useReadable(entry);
  if (entered.is === 'loading') return <Loading>Opening the door…</Loading>;
  if (entered.is === 'answer') return <GoIn workshop={entered.value.workshop} />;
  return (
    <main>
      <Failure of={entered} onRetry={entry.refresh} />
    </main>
  );
}

function GoIn({ workshop }: { readonly workshop: WorkshopId }) {
  return <WorkshopPage workshop={workshop}>{(view) => <ToEntrance view={view} />}</WorkshopPage>;
}
