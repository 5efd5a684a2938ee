import type { ActivityView, SessionId, TableActivity, WorkshopId } from '@reportback/domain';
import { useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import { Resource, useReadable } from '../../app/resource.ts';

/** How often the console asks what happens at the tables, in milliseconds. */
const asksEvery = 2_000;

/** What happens at the tables of a session, asked anew while the page is looked at. */
export interface Tables {
  /** False until the first answer, and when the server refuses one. */
  readonly isKnown: boolean;
  /** Empty until the first answer. */
  readonly of: ReadonlyMap<string, TableActivity>;
  readonly plenary: TableActivity | undefined;
  readonly unsavedFor: number;
}

export function useTables(workshop: WorkshopId, session: SessionId): Tables {
  const [resource] = useState(
    () => new Resource<ActivityView>(() => api.activity({ workshop, session })),
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void resource.refresh();
    }, asksEvery);
    return () => clearInterval(timer);
  }, [resource]);
  const found = useReadable(resource);
  const view = found.is === 'answer' ? found.value : null;
  return {
    isKnown: view !== null,
    plenary: view?.plenary,
    of: new Map(view?.tables.map((each) => [each.group, each])),
    unsavedFor: view?.unsavedFor ?? 0,
  };
}
