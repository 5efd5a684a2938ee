import type { OpenDocument, SaveStatus } from '@reportback/client';
import { type RefusalReason, refusals } from '@reportback/client';
import type { WorkshopView } from '@reportback/domain';
import { useId } from 'react';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { Lamp } from '../../design/lamp.tsx';
import { downloadEverything, downloadText } from './download-text.ts';
import { opensOffline } from './keep-offline.ts';
import { howMuch, lampOf, type Waiting, waitingOf, whatWaits } from './lamp-words.ts';
import styles from './save-lamp.module.css';

/** Where the text is, always in sight; pressing it says what that means and what one can do. */
export function SaveLamp({
  document,
  view,
  name,
}: {
  readonly document: OpenDocument;
  /** The workshop whose tables this device may hold; without it only this text is offered. */
  readonly view?: WorkshopView;
  /** What a download of the text is called. */
  readonly name: string;
}) {
  const save = useReadable(document.save);
  const isKept = useReadable(document.keeping) !== 'not-kept';
  const connection = useReadable(document.connection);
  const images = useReadable(document.imagesHere);
  const details = useId();
  return (
    <>
      <button type="button" className={styles.lamp} popoverTarget={details}>
        <Lamp state={lampOf[save.is]} />
      </button>
      <div id={details} popover="auto" className={styles.details}>
        {explain(save, waitingOf(save, images), connection.is === 'live').map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {!isKept && (
          <p>
            This browser keeps nothing when the page closes. Leave it open until the lamp says
            “Saved”.
          </p>
        )}
        {isKept && !opensOffline && (
          <p>
            Over plain http a browser cannot open this page again without a network. Your text is
            kept all the same.
          </p>
        )}
        <div className={styles.actions}>
          {connection.is !== 'live' && (
            <Button size="small" onClick={() => document.tryNow()}>
              Try now
            </Button>
          )}
          <Button size="small" onClick={() => downloadText(document, name)}>
            Download my text
          </Button>
          {view && (
            <Button size="small" onClick={() => void downloadEverything(view)}>
              All that is on this device
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

function explain(save: SaveStatus, waiting: Waiting, isLive: boolean): readonly string[] {
  switch (save.is) {
    case 'saved':
      return ['The server has your text on disk.', 'Closing the lid is safe.'];
    case 'saving':
      return [
        isLive
          ? 'Your text is on its way. Keep typing.'
          : 'No connection. Your text is being stored on this device. Keep typing.',
      ];
    case 'only-here':
      if (save.because === null && isLive)
        return [
          `${howMuch(waiting)} still on the way. It is kept here and goes up by itself.`,
          ...(waiting.images > 0 ? ['An image that was not accepted says so in the note.'] : []),
        ];
      return save.because === null
        ? [
            'No connection. Your text is kept here and goes up by itself when the network returns.',
            `Don’t clear this browser. ${howMuch(waiting)} waiting.`,
          ]
        : [sentenceOf(save.because), whatWaits(waiting)];
    case 'refused':
      return [
        sentenceOf(save.because),
        'What you wrote stays on this device. Download or copy it.',
      ];
  }
}

/** What the server said no for, in its words. */
export function sentenceOf(reason: RefusalReason): string {
  return refusals[reason].sentence;
}
