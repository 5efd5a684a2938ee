import type { RecordStanding, WorkshopView } from '@reportback/domain';
import { useEffect } from 'react';
import { workshopResource } from './use-workshop.ts';

/**
 * Asks for the workshop anew when the feed tells that its record stands otherwise than the page shows: somebody began
 * corrections, or it was frozen or reopened.
 * @param told null until the feed is here
 */
export function useToldStanding(view: WorkshopView, told: RecordStanding | null): void {
  const { id } = view.workshop;
  const text = JSON.stringify(told);
  const isNews = told !== null && text !== JSON.stringify(view.record.standing);
  useEffect(() => {
    if (isNews) void workshopResource(id).refresh();
  }, [id, isNews, text]);
}
