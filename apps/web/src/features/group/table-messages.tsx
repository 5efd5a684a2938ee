import type { FeedState } from '@reportback/client/board-feed';
import type { CommandId, GroupId } from '@reportback/domain';
import { useState } from 'react';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import styles from './table-messages.module.css';

/** What the people who lead the session say to this table, or to all, until it is put away here. */
export function TableMessages({
  feed,
  group,
}: {
  readonly feed: FeedState;
  readonly group: GroupId;
}) {
  const [away, setAway] = useState<readonly CommandId[]>([]);
  const messages = (feed.board?.session.messages ?? []).filter(
    ({ id, to, text }) => text !== '' && (to ?? group) === group && !away.includes(id),
  );
  if (messages.length === 0) return null;
  return (
    <div className={styles.messages}>
      {messages.map(({ id, text }) => (
        <Banner
          key={id}
          about="Message"
          isNews
          action={
            <Button kind="text" size="small" onClick={() => setAway((before) => [...before, id])}>
              Seen
            </Button>
          }
        >
          {text}
        </Banner>
      ))}
    </div>
  );
}
