import type { WorkshopView } from '@reportback/domain';
import { useEffect, useMemo, useRef } from 'react';
import { useReadable } from '../../app/resource.ts';
import { boardFeed } from '../../app/use-board.ts';
import { useToldStanding } from '../../app/use-told-standing.ts';
import { together } from './together.ts';

/**
 * Keeps the record's standing on the page as it is: it freezes by itself when the time of corrections is over, and
 * another organizer may freeze or reopen it. The feed of any session tells it; a workshop without sessions has none.
 * @param onChanged called after it has changed, whoever changed it
 */
export function useCurrentStanding(view: WorkshopView, onChanged: () => Promise<void>): void {
  const { id } = view.workshop;
  const session = view.sessions[0]?.id;
  const feeds = useMemo(
    () => together(session === undefined ? [] : [boardFeed(id, session)]),
    [id, session],
  );
  const [feed] = useReadable(feeds);
  useToldStanding(view, feed?.board?.session.record ?? null);

  const now = JSON.stringify(view.record);
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    void onChanged();
  }, [now, onChanged]);
}
