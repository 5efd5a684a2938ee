import { permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { Download } from 'lucide-react';
import { markdownAddress } from '../../app/api.ts';
import { ToEntrance } from '../../app/to-entrance.tsx';
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
        permits[view.me.role]['read-record'] ? <Record view={view} /> : <ToEntrance view={view} />
      }
    </WorkshopPage>
  );
}

function Record({ view }: { readonly view: WorkshopView }) {
  const { workshop } = view;
  return (
    <>
      <title>{`${workshop.title}: record`}</title>
      <WorkshopHeader view={view} now="record" />
      {workshop.disclaimer !== null && (
        <Banner about="Example">
          <b>Example.</b> {workshop.disclaimer}
        </Banner>
      )}
      <main className={styles.main}>
        <Completeness view={view} />
        <aside aria-labelledby="download">
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
