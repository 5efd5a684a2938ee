import { type LinksView, sessionsAt, type WorkshopId, type WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { api, tentsAddress } from '../../app/api.ts';
import { Failure } from '../../app/failure.tsx';
import { fetchFile, saveFile } from '../../app/fetch-file.ts';
import { OrganizerPage } from '../../app/organizer-page.tsx';
import { Resource, useReadable } from '../../app/resource.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { SelectField, TickField } from '../../design/field.tsx';
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

/** Letter where people write dates as in the United States or Canada, else A4. */
const usualPaper = /-(?:US|CA|MX|PH)$/.test(navigator.language) ? 'letter' : 'a4';

function Tents({ view }: { readonly view: WorkshopView }) {
  const [links] = useState(() => new Resource<LinksView>(() => api.links(view.workshop.id)));
  const [savesInk, setSavesInk] = useState(false);
  const [paper, setPaper] = useState<'a4' | 'letter'>(usualPaper);
  const [isMaking, setIsMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const found = useReadable(links);
  if (found.is === 'loading') return <Loading>Fetching the links…</Loading>;
  if (found.is !== 'answer') return <Failure of={found} onRetry={links.refresh} />;
  async function save() {
    setIsMaking(true);
    const file = await fetchFile(
      tentsAddress(view.workshop.id, paper, savesInk),
      AbortSignal.timeout(60_000),
    );
    setIsMaking(false);
    if (file.is === 'answer') saveFile(file.value);
    setProblem(
      file.is === 'answer'
        ? null
        : file.is === 'refused'
          ? file.problem
          : 'The server did not answer. Try again, or print this page and choose PDF there.',
    );
  }
  const urls = new Map(
    found.value.sessions.flatMap(({ groups }) => groups.map(({ id, url }) => [id, url] as const)),
  );
  // A table that sits in no session needs no tent.
  const tables = view.groups.filter((group) => sessionsAt(group, view.sessions).length > 0);
  return (
    <main className={styles.main}>
      <div className={styles.controls}>
        <PageTitle>Table tents</PageTitle>
        <p>
          Two to a sheet, upright; cut along the middle. They read well in grey: the number carries
          the meaning, the colour only helps.
        </p>
        <SelectField
          label="Paper"
          className={styles.paper}
          value={paper}
          onChange={({ target }) => setPaper(target.value === 'letter' ? 'letter' : 'a4')}
        >
          <option value="a4">A4</option>
          <option value="letter">Letter</option>
        </SelectField>
        <TickField
          label="Save ink"
          checked={savesInk}
          onChange={({ target }) => setSavesInk(target.checked)}
        />
        <div className={styles.buttons}>
          <Button kind="primary" disabled={isMaking} onClick={() => void save()}>
            {isMaking ? 'Setting the pages…' : 'Save as PDF'}
          </Button>
          <Button onClick={() => window.print()}>Print {tables.length} tents</Button>
          <ButtonLink href={addresses.share(view.workshop.id)}>Back to the links</ButtonLink>
        </div>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      <ul className={classes(styles.tents, styles[paper])} data-theme="light">
        {tables.map((group) => (
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
