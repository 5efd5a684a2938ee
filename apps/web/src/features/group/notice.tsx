import { groupLabel, permits, tableAt, tablesIn } from '@reportback/domain';
import type { ReactNode } from 'react';
import { addresses } from '../../app/addresses.ts';
import { momentInWords } from '../../app/local-time.ts';
import { useReadable } from '../../app/resource.ts';
import { useNow } from '../../app/use-now.ts';
import { Banner } from '../../design/banner.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { waitingOf, whatWaits } from './lamp-words.ts';
import { LeftOut } from './left-out.tsx';
import { NameForm } from './name-form.tsx';
import styles from './notice.module.css';
import { sentenceOf } from './save-lamp.tsx';
import { Cut, Ended, Refused, Said } from './save-notices.tsx';
import type { Situation } from './situation.ts';

/** A cut shorter than this is not worth moving the page for; the lamp says it all the same. Milliseconds. */
const noticedAfter = 3_000;

/** The one thing that people at the table have to know now, with what to do about it; else nothing. */
export function Notice(situation: Situation) {
  const save = useReadable(situation.document.save);
  const connection = useReadable(situation.document.connection);
  const images = useReadable(situation.document.imagesHere);
  const differs = useReadable(situation.document.differs);
  const now = useNow();
  const isCut = connection.is === 'offline' && now - connection.since >= noticedAfter;
  return (
    <div className={styles.notice}>
      {save.is === 'refused' ? (
        <Refused {...situation} save={save} />
      ) : connection.is === 'ended' ? (
        <Ended {...situation} connection={connection} />
      ) : isCut ? (
        <Cut {...situation} save={save} since={connection.since} />
      ) : save.is === 'only-here' && save.because !== null ? (
        <Banner about="Your text" tone="wait" isNews>
          <Said lamp="local">
            {sentenceOf(save.because)} {whatWaits(waitingOf(save, images))}
          </Said>
        </Banner>
      ) : differs ? (
        <Reload>
          This page does not show exactly what the server holds. Reload it; all that is saved stays.
        </Reload>
      ) : !situation.isKnown ? (
        <Reload>
          This page is older than the note and shows only its words. Reload it to write.
        </Reload>
      ) : (
        <WhyNotWriting {...situation} />
      )}
    </div>
  );
}

function Reload({ children }: { readonly children: ReactNode }) {
  return (
    <Banner
      about="This page"
      tone="wait"
      isNews
      action={
        <Button size="small" onClick={() => window.location.reload()}>
          Reload
        </Button>
      }
    >
      {children}
    </Banner>
  );
}

function WhyNotWriting({ view, session, group, access }: Situation) {
  if (access.is === 'write') return <Corrections view={view} />;
  if (access.is !== 'read') return null;
  const own = tablesIn(view.groups, session).find(
    ({ id }) => id === tableAt(view.me.seat, session.id),
  );
  const { id } = view.workshop;
  switch (access.because) {
    case 'viewer':
      return (
        <Banner about="Why you cannot write">
          You can read {groupLabel(group)}, not write in it.
        </Banner>
      );
    case 'frozen':
      return (
        <Banner about="Frozen" isNews>
          <b>{session.title} is frozen.</b> The record is being made from it, so nobody can write
          any more.{' '}
          {permits[view.me.role].facilitate
            ? view.record.standing.is === 'frozen'
              ? 'You can reopen it on the record page.'
              : 'You can reopen it in the console.'
            : 'Something missing? Ask the organizers to reopen it.'}
        </Banner>
      );
    case 'left-out':
      return <LeftOut view={view} session={session} group={group} />;
    case 'no-seat':
      return <NameForm view={view} group={group} />;
    case 'other-table':
      return own === undefined ? (
        <NameForm view={view} group={group} />
      ) : (
        <Banner
          about="Why you cannot write"
          action={
            <span className={styles.actions}>
              <ButtonLink
                kind="primary"
                size="small"
                href={addresses.table(id, session.id, own.id)}
              >
                Back to {groupLabel(own)}
              </ButtonLink>
              <ButtonLink size="small" href={addresses.join(id)}>
                Change table
              </ButtonLink>
            </span>
          }
        >
          You can read {groupLabel(group)}, not write in it. You sit at {groupLabel(own)}.
        </Banner>
      );
  }
}

/** What is written after the event goes into the record as a correction, and people should know before they write. */
function Corrections({ view: { record, workshop } }: Pick<Situation, 'view'>) {
  if (record.standing.is !== 'correcting') return null;
  return (
    <Banner about="Corrections">
      <b>Corrections until {momentInWords(record.standing.until, workshop.timeZone)}.</b> What you
      change now is marked in the record, with your name if it names people.
    </Banner>
  );
}
