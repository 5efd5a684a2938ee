import { permits, type WorkshopId, type WorkshopView } from '@reportback/domain';
import type { ReactNode } from 'react';
import { ExpiryBanner } from './expiry-banner.tsx';
import { ToEntrance } from './to-entrance.tsx';
import { WorkshopHeader } from './workshop-header.tsx';
import { WorkshopPage } from './workshop-page.tsx';

/** A page that only organizers have use for, below “Share”; others are shown where they may go. */
export function OrganizerPage({
  workshop,
  title,
  children,
}: {
  readonly workshop: WorkshopId;
  /** Completes the window's title: “Harmonizing Python Workflows: people”. */
  readonly title: string;
  readonly children: (view: WorkshopView) => ReactNode;
}) {
  return (
    <WorkshopPage workshop={workshop}>
      {(view) =>
        permits[view.me.role].organize ? (
          <>
            <title>{`${view.workshop.title}: ${title}`}</title>
            <WorkshopHeader view={view} now="share" />
            <ExpiryBanner view={view} />
            {children(view)}
          </>
        ) : (
          <ToEntrance view={view} />
        )
      }
    </WorkshopPage>
  );
}
