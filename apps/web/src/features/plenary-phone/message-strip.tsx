import { tableAt } from '@reportback/domain';
import { useState } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { useNow } from '../../app/use-now.ts';
import { Strip } from '../../design/strip.tsx';
import styles from './message-strip.module.css';

/** A facilitator's message is shown this long, milliseconds. */
const shownFor = 60_000;

/** What the facilitator said last to everybody, or to this person's table. */
export function MessageStrip({ live }: { readonly live: LiveSession }) {
  const { view, board, feed } = live;
  const now = useNow(feed.serverAhead);
  const [closed, setClosed] = useState<string | null>(null);
  const own = tableAt(view.me.seat, board.session.id);
  const message = board.session.messages
    .filter(({ to }) => to === null || to === own)
    .findLast(({ at }) => now - at < shownFor);
  if (message === undefined || message.id === closed) return null;
  return (
    <div className={styles.strip}>
      <Strip onClose={() => setClosed(message.id)}>{message.text}</Strip>
    </div>
  );
}
