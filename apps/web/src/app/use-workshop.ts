import type { WorkshopId, WorkshopView } from '@reportback/domain';
import type { Loadable } from './answer.ts';
import { api } from './api.ts';
import { Resource, useReadable } from './resource.ts';

const workshops = new Map<WorkshopId, Resource<WorkshopView>>();

/** A workshop as this browser's role sees it; all pages of it share one. */
export function workshopResource(workshop: WorkshopId): Resource<WorkshopView> {
  const known = workshops.get(workshop);
  if (known) return known;
  const made = new Resource(() => api.workshop(workshop));
  workshops.set(workshop, made);
  return made;
}

/** The workshop in a component; {@link workshopResource} refreshes it. */
export function useWorkshop(workshop: WorkshopId): Loadable<WorkshopView> {
  return useReadable(workshopResource(workshop));
}
