import type { WorkshopView } from '@reportback/domain';
import { useEffect, useRef } from 'react';
import { workshopResource } from '../../app/use-workshop.ts';

/** How often a page that somebody looks at asks how the record stands, in milliseconds. */
const asksEvery = 10_000;

/**
 * Keeps the record's standing on the page as it is: it freezes by itself when the time of corrections is over, and
 * another organizer may freeze or reopen it.
 * @param onChanged called after it has changed, whoever changed it
 */
export function useCurrentStanding(view: WorkshopView, onChanged: () => Promise<void>): void {
  const { id } = view.workshop;
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void workshopResource(id).refresh();
    };
    const timer = setInterval(ask, asksEvery);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [id]);

  const now = JSON.stringify(view.record);
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    void onChanged();
  }, [now, onChanged]);
}
