import type { WorkshopId, WorkshopView } from '@reportback/domain';
import type { ReactNode } from 'react';
import { Loading } from '../design/page-message.tsx';
import { Failure } from './failure.tsx';
import { useWorkshop, workshopResource } from './use-workshop.ts';

/**
 * A page of a workshop: shows what stands in its place while the workshop is on its way, refused or out of
 * reach, and else what `children` make of it.
 */
export function WorkshopPage({
  workshop,
  children,
}: {
  readonly workshop: WorkshopId;
  readonly children: (view: WorkshopView) => ReactNode;
}) {
  const view = useWorkshop(workshop);
  if (view.is === 'loading') return <Loading>Opening the workshop…</Loading>;
  if (view.is === 'answer') return children(view.value);
  return (
    <main>
      <Failure of={view} onRetry={workshopResource(workshop).refresh} />
    </main>
  );
}
