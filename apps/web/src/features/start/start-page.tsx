import { useEffect, useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { Banner } from '../../design/banner.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Loading } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { Account } from './account.tsx';
import { CodeForm } from './code-form.tsx';
import { signInProblem } from './sign-in-problem.ts';
import styles from './start-page.module.css';
import { WorkshopList } from './workshop-list.tsx';

const start = new Resource(api.start);

/** Where anyone begins: a code to type, the workshops that this browser knows, and a new one. */
export default function StartPage() {
  const view = useReadable(start);
  const [problem] = useState(() => signInProblem(window.location.search));
  useEffect(() => {
    if (problem !== null) window.history.replaceState(window.history.state, '', addresses.start);
  }, [problem]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <p className={styles.brand}>Reportback</p>
        {view.is === 'answer' && (
          <div className={styles.organizers}>
            {view.value.signIn !== null && (
              <Account account={view.value.signIn.account} onChange={() => void start.refresh()} />
            )}
            {view.value.mayCreate && (
              <ButtonLink href={addresses.newWorkshop}>New workshop</ButtonLink>
            )}
          </div>
        )}
      </header>
      {problem !== null && (
        <Banner about="Signing in" tone="bad" isNews>
          {problem}
        </Banner>
      )}
      <main className={styles.main}>
        <section className={styles.join}>
          <PageTitle>Come to your table</PageTitle>
          <p className={styles.lead}>
            The code is on the screen in the room and on the tent in front of you.
          </p>
          <CodeForm />
        </section>
        <section aria-labelledby="workshops">
          <h2 id="workshops" className={styles.heading}>
            Workshops on this device
          </h2>
          {view.is === 'loading' && <Loading>Looking for them…</Loading>}
          {view.is === 'answer' && <WorkshopList view={view.value} />}
          {(view.is === 'silent' || view.is === 'refused') && (
            <div className={styles.failure} role="alert">
              <p>
                {view.is === 'silent'
                  ? 'The server did not answer. This device may be offline.'
                  : view.problem}
              </p>
              <Button size="small" onClick={() => void start.refresh()}>
                Try now
              </Button>
            </div>
          )}
        </section>
      </main>
    </div>
  );
}
