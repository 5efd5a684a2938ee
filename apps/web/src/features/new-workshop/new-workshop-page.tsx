import { useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { Loading } from '../../design/page-message.tsx';
import { Wizard } from './wizard.tsx';

/**
 * `/new`, and `/new#<token>` by the server's creation link: makes a workshop of a pasted agenda, for who may
 * make workshops on this server.
 */
export default function NewWorkshopPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (window.location.hash !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  const [permission] = useState(
    () =>
      new Resource(async () => {
        if (token !== '') {
          const admitted = await api.admitCreation(token);
          if (admitted.is !== 'answer') return admitted;
        }
        return api.start();
      }),
  );
  const start = useReadable(permission);
  if (start.is === 'loading') return <Loading>Opening the page…</Loading>;
  if (start.is === 'answer' && start.value.mayCreate) return <Wizard />;
  return (
    <main>
      <Failure
        of={
          start.is === 'answer'
            ? {
                is: 'refused',
                status: 403,
                code: 'no-access',
                problem:
                  start.value.signIn === null
                    ? 'Making workshops on this server takes its creation link. Ask whoever runs the server for it.'
                    : 'Making workshops on this server takes signing in. Do so on the start page.',
              }
            : start
        }
        onRetry={permission.refresh}
      />
    </main>
  );
}
