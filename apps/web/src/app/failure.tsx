import { useEffect } from 'react';
import { Button, ButtonLink } from '../design/button.tsx';
import { PageMessage } from '../design/page-message.tsx';
import { addresses } from './addresses.ts';
import { type Refusal } from './answer.ts';

const titles: Readonly<Record<Refusal['code'], string>> = {
  'bad-input': 'This cannot be done.',
  'no-access': 'You may not see this page.',
  'not-found': 'There is nothing here.',
  'changed-meanwhile': 'Somebody else was faster.',
  'has-text': 'Something is written there.',
  'not-now': 'This cannot be done just now.',
  'code-unknown': 'This code leads nowhere.',
  'other-seat': 'This browser has a seat already.',
  'link-revoked': 'This link no longer works.',
  'slow-down': 'Too many tries in a short time.',
  'too-large': 'This is too large.',
  unavailable: 'The server cannot do this just now.',
};

/** Milliseconds between tries while the server does not answer. */
const tryAgainAfter = 10_000;

/**
 * Stands where a page would be when its data did not come: why, and what to do next. Where the server was
 * silent it tries again by itself.
 */
export function Failure({
  of,
  onRetry,
}: {
  readonly of: Refusal | { readonly is: 'silent' };
  readonly onRetry: () => void;
}) {
  return of.is === 'silent' ? (
    <Silence onRetry={onRetry} />
  ) : (
    <PageMessage
      title={titles[of.code]}
      actions={
        of.code === 'unavailable' || of.code === 'slow-down' ? (
          <Button kind="primary" onClick={onRetry}>
            Try again
          </Button>
        ) : (
          <ButtonLink kind="primary" href={addresses.start}>
            Enter a code
          </ButtonLink>
        )
      }
      detail={`If you need help, show the organizer this: ${of.status}, ${of.code}.`}
    >
      <p>{of.problem}</p>
    </PageMessage>
  );
}

function Silence({ onRetry }: { readonly onRetry: () => void }) {
  useEffect(() => {
    const timer = setInterval(onRetry, tryAgainAfter);
    window.addEventListener('online', onRetry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);
  return (
    <PageMessage
      title="The server did not answer."
      actions={
        <Button kind="primary" onClick={onRetry}>
          Try now
        </Button>
      }
    >
      <p>
        This device may be offline, or the server is starting. We try again every 10 seconds; you
        can leave this page open.
      </p>
    </PageMessage>
  );
}
