import type { FeedState } from '@reportback/client/board-feed';
import type { CommandId, GroupId, Session, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { localTime } from '../../app/local-time.ts';
import { shownAtTable } from '../../app/shown-message.ts';
import { useThisMinute } from '../../app/use-now.ts';
import { Banner } from '../../design/banner.tsx';
import { Button, ButtonLink } from '../../design/button.tsx';
import styles from './table-messages.module.css';

/** For how long it is news that a version was brought back, in milliseconds. */
const newsFor = 15 * 60_000;

/**
 * What the people who lead the session say to this table, or to all, and that an earlier version was brought
 * back; for a while, or until it is put away here.
 */
export function TableMessages({
  feed,
  group,
  view: { workshop },
  session,
}: {
  readonly feed: FeedState;
  readonly group: GroupId;
  readonly view: WorkshopView;
  readonly session: Session;
}) {
  const now = useThisMinute() + feed.serverAhead;
  const [away, setAway] = useState<readonly CommandId[]>([]);
  const messages = (feed.board?.session.messages ?? []).filter(
    ({ id, to, at }) => (to ?? group) === group && !away.includes(id) && now - at < shownAtTable,
  );
  const restored = feed.board?.session.restorations.find(
    (each) => each.group === group && !away.includes(each.id) && now - each.at < newsFor,
  );
  const putAway = (id: CommandId) => setAway((before) => [...before, id]);
  if (messages.length === 0 && restored === undefined) return null;
  return (
    <div className={styles.messages}>
      {messages.map(({ id, text, at }) => (
        <Banner
          key={id}
          about="Message"
          isNews
          action={
            <Button kind="text" size="small" onClick={() => putAway(id)}>
              Seen
            </Button>
          }
        >
          <span className={styles.when}>{localTime(at, workshop.timeZone).time}</span> {text}
        </Banner>
      ))}
      {restored !== undefined && (
        <Banner
          key={restored.id}
          about="An earlier version"
          isNews
          action={
            <span className={styles.actions}>
              <ButtonLink size="small" href={addresses.history(workshop.id, session.id, group)}>
                See the versions
              </ButtonLink>
              <Button kind="text" size="small" onClick={() => putAway(restored.id)}>
                Seen
              </Button>
            </span>
          }
        >
          {restored.by ?? 'Somebody'} brought back what was here at{' '}
          {localTime(restored.version, workshop.timeZone).time}.
        </Banner>
      )}
    </div>
  );
}
