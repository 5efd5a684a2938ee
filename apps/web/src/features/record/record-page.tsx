import { permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { Download } from 'lucide-react';
import { Redirect } from 'wouter';
import { markdownAddress } from '../../app/api.ts';
import { currentSession } from '../../app/current-session.ts';
import { entrance } from '../../app/entrance.ts';
import { localTime } from '../../app/local-time.ts';
import { WorkshopHeader } from '../../app/workshop-header.tsx';
import { WorkshopPage } from '../../app/workshop-page.tsx';
import { Banner } from '../../design/banner.tsx';
import { Completeness } from './completeness.tsx';
import styles from './record-page.module.css';

/** `/w/:workshop/record`: how complete the cards are, and the record to download. */
export default function RecordPage({ workshop }: { readonly workshop: WorkshopId }) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) =>
        permits[view.me.role]['read-record'] ? (
          <Record view={view} />
        ) : (
          <Redirect to={entrance(view, Date.now())} replace />
        )
      }
    </WorkshopPage>
  );
}

function Record({ view }: { readonly view: WorkshopView }) {
  const { workshop, sessions } = view;
  const now = localTime(Date.now(), workshop.timeZone);
  return (
    <>
      <title>{`${workshop.title}: record`}</title>
      <WorkshopHeader
        view={view}
        now="record"
        session={currentSession(sessions, now)?.id ?? null}
      />
      {workshop.disclaimer !== null && (
        <Banner>
          <b>Example.</b> {workshop.disclaimer}
        </Banner>
      )}
      <main className={styles.main}>
        <Completeness view={view} />
        <aside className={styles.downloads} aria-labelledby="download">
          <h2 id="download" className={styles.heading}>
            Download
          </h2>
          <a className={styles.format} href={markdownAddress(workshop.id)} download>
            <b className={styles.name}>Markdown</b>
            <span className={styles.purpose}>For a repository</span>
            <Download size={20} strokeWidth={1.5} aria-hidden="true" />
          </a>
          <p className={styles.words}>
            The whole workshop as it stands now: cards, then the notes of all tables. Empty tables
            are named as empty.
          </p>
        </aside>
      </main>
    </>
  );
}
