import type { FeedState } from '@reportback/client/board-feed';
import { Banner } from '../design/banner.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { PageMessage } from '../design/page-message.tsx';
import { addresses } from './addresses.ts';
import { localTime } from './local-time.ts';

/** Says that what is shown may be old, while the connection is away; else nothing. */
export function FeedNotice({
  feed,
  onRetry,
}: {
  readonly feed: FeedState;
  readonly onRetry: () => void;
}) {
  if (feed.is !== 'offline') return null;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Banner
      about="Connection"
      isNews
      tone="wait"
      action={
        <Button size="small" onClick={onRetry}>
          Try now
        </Button>
      }
    >
      No connection since {localTime(feed.since, here).time}. What you see may be old; it comes up
      to date by itself.
    </Banner>
  );
}

const reasons = {
  deleted: {
    title: 'This session is gone.',
    words: 'The organizers removed it while you were looking.',
  },
  revoked: {
    title: 'This link no longer works.',
    words: 'The organizers closed it. Ask them for a new one, or enter the code.',
  },
  refused: {
    title: 'You may not see this board.',
    words: 'Your link does not lead here. Ask the organizers, or enter the code.',
  },
} as const;

/** Stands where a board or console was when there is nothing more to follow. */
export function FeedEnded({
  because,
}: {
  readonly because: Extract<FeedState, { is: 'ended' }>['because'];
}) {
  return (
    <main>
      <PageMessage
        title={reasons[because].title}
        actions={
          <ButtonLink kind="primary" href={addresses.start}>
            Enter a code
          </ButtonLink>
        }
      >
        <p>{reasons[because].words}</p>
      </PageMessage>
    </main>
  );
}
