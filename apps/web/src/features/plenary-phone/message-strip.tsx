import { tableAt } from '@reportback/domain';
import { useState } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { useShownMessage } from '../../app/shown-message.ts';
import { Strip } from '../../design/strip.tsx';
import styles from './message-strip.module.css';

/** What the facilitator said last to everybody, or to this person's table. */
export function MessageStrip({ live }: { readonly live: LiveSession }) {
  const { view, board, feed } = live;
  const [closed, setClosed] = useState<string | null>(null);
  const own = tableAt(view.me.seat, board.session.id);
  const message = useShownMessage(board.session.messages, own, feed.serverAhead);
  if (message === null || message.id === closed) return null;
  return (
    <div className={styles.strip}>
      <Strip onClose={() => setClosed(message.id)}>{message.text}</Strip>
    </div>
  );
}
