import { type ConnectionStatus, refusals, type SaveStatus } from '@reportback/client';
import { groupLabel } from '@reportback/domain';
import type { ReactNode } from 'react';
import { useReadable } from '../../app/resource.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Lamp, type LampState } from '../../design/lamp.tsx';
import { downloadText } from './download-text.ts';
import { clockTime, howMuch, waitingOf, whatWaits } from './lamp-words.ts';
import styles from './notice.module.css';
import { sentenceOf } from './save-lamp.tsx';
import type { Situation } from './situation.ts';

/** Text that the server did not take: where it is, and what one can do. */
export function Refused({
  document,
  session,
  group,
  save,
  onOpenAnew,
}: Situation & { readonly save: Extract<SaveStatus, { is: 'refused' }> }) {
  const images = useReadable(document.imagesHere);
  const download = () => downloadText(document, `${session.title} ${groupLabel(group)}`);
  // The same text would be refused again, and with it all that is written on top of it.
  const isFinal = refusals[save.because].heals === 'never';
  return (
    <Banner
      about="Your text"
      tone="bad"
      isNews
      action={
        <span className={styles.actions}>
          <Button size="small" onClick={download}>
            Download my text
          </Button>
          {isFinal && (
            <Button
              size="small"
              onClick={() => {
                void download();
                void document.setAside().then(onOpenAnew);
              }}
            >
              Set it aside and go on
            </Button>
          )}
        </span>
      }
    >
      <Said lamp="refused">
        {save.because === 'locked' || save.because === 'read-only'
          ? `${groupLabel(group)} was closed for writing before ${howMuch(waitingOf(save, images))} arrived.`
          : sentenceOf(save.because)}{' '}
        What you wrote stays on this device: copy or download it, or ask the organizers to reopen
        the table.
      </Said>
    </Banner>
  );
}

/** No connection, for longer than a blink. */
export function Cut({
  document,
  save,
  since,
}: Situation & { readonly save: SaveStatus; readonly since: number }) {
  const images = useReadable(document.imagesHere);
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
          No connection since {clockTime(since)}. Keep writing: {whatWaits(waitingOf(save, images))}
        </Said>
      )}
    </Banner>
  );
}

/** A connection that does not come back by itself. */
export function Ended({
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
            onClick={() => downloadText(document, `${session.title} ${groupLabel(group)}`)}
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

/** The lamp's word, and what there is to say about it. */
export function Said({
  lamp,
  children,
}: {
  readonly lamp: LampState;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.said}>
      <Lamp state={lamp} />
      <span>{children}</span>
    </span>
  );
}
