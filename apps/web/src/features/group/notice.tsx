import type { ConnectionStatus, OpenDocument, SaveStatus } from '@reportback/client';
import {
  type DocumentAccess,
  type Group,
  groupLabel,
  permits,
  type Session,
  type WorkshopView,
} from '@reportback/domain';
import type { ReactNode } from 'react';
import { addresses } from '../../app/addresses.ts';
import { useReadable } from '../../app/resource.ts';
import { useNow } from '../../app/use-now.ts';
import { Banner } from '../../design/banner.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Lamp, type LampState } from '../../design/lamp.tsx';
import { downloadText } from './download-text.ts';
import { clockTime, howManyLines, whatWaits } from './lamp-words.ts';
import { NameForm } from './name-form.tsx';
import styles from './notice.module.css';
import { sentenceOf } from './save-lamp.tsx';

/** A cut shorter than this is not worth moving the page for; the lamp says it all the same. Milliseconds. */
const noticedAfter = 3_000;

interface Situation {
  readonly document: OpenDocument;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly access: DocumentAccess;
  /** Whether this page's editor knows everything that the document holds. */
  readonly isKnown: boolean;
  readonly onOpenAnew: () => Promise<void>;
}

/** The one thing that people at the table have to know now, with what to do about it; else nothing. */
export function Notice(situation: Situation) {
  const save = useReadable(situation.document.save);
  const connection = useReadable(situation.document.connection);
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
            {sentenceOf(save.because)} {whatWaits(save.lines)}
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

function Refused({
  document,
  session,
  group,
  save,
}: Situation & { readonly save: Extract<SaveStatus, { is: 'refused' }> }) {
  return (
    <Banner
      about="Your text"
      tone="bad"
      isNews
      action={
        <Button
          size="small"
          onClick={() => downloadText(document.doc, `${session.title} ${groupLabel(group)}`)}
        >
          Download my text
        </Button>
      }
    >
      <Said lamp="refused">
        {save.because === 'locked' || save.because === 'read-only'
          ? `${groupLabel(group)} was closed for writing before ${howManyLines(save.lines)} arrived.`
          : sentenceOf(save.because)}{' '}
        What you wrote stays on this device: copy or download it, or ask the organizers to reopen
        the table.
      </Said>
    </Banner>
  );
}

function Cut({
  document,
  save,
  since,
}: Situation & { readonly save: SaveStatus; readonly since: number }) {
  return (
    <Banner
      about="Connection"
      tone="wait"
      isNews
      action={
        <Button size="small" onClick={() => document.tryNow()}>
          Try now
        </Button>
      }
    >
      {save.is === 'saved' ? (
        <>No connection since {clockTime(since)}. All you wrote is saved. Keep writing.</>
      ) : (
        <Said lamp="local">
          No connection since {clockTime(since)}. Keep writing: {whatWaits(unsavedLines(save))}
        </Said>
      )}
    </Banner>
  );
}

function Ended({
  document,
  session,
  group,
  connection,
  onOpenAnew,
}: Situation & { readonly connection: Extract<ConnectionStatus, { is: 'ended' }> }) {
  const { reason, sentence } = connection.because;
  const actions: ReactNode =
    reason === 'made-anew' ? (
      <Button size="small" onClick={() => void onOpenAnew()}>
        Open the new one
      </Button>
    ) : (
      <Button size="small" onClick={() => document.tryNow()}>
        Try again
      </Button>
    );
  return (
    <Banner
      about="Connection"
      tone="bad"
      isNews
      action={
        <span className={styles.actions}>
          <Button
            size="small"
            onClick={() => downloadText(document.doc, `${session.title} ${groupLabel(group)}`)}
          >
            Download my text
          </Button>
          {actions}
        </span>
      }
    >
      {sentence} What you see here is on this device.
    </Banner>
  );
}

function WhyNotWriting({ view, session, group, access }: Situation) {
  if (access.is !== 'read') return null;
  const own = view.groups.find(({ id }) => id === view.me.seat?.group);
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
            ? 'You can reopen it in the console.'
            : 'Something missing? Ask the organizers to reopen it.'}
        </Banner>
      );
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

/** The lamp's word, and what there is to say about it. */
function Said({ lamp, children }: { readonly lamp: LampState; readonly children: ReactNode }) {
  return (
    <span className={styles.said}>
      <Lamp state={lamp} />
      <span>{children}</span>
    </span>
  );
}

function unsavedLines(save: SaveStatus): number {
  return save.is === 'saved' ? 0 : save.lines;
}
