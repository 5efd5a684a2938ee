import type { WorkshopId, WorkshopView } from '@reportback/domain';
import type { Answer, Loadable } from './answer.ts';
import { api } from './api.ts';
import { forgetWorkshop, rememberedWorkshop, rememberWorkshop } from './remembered-workshops.ts';
import { Resource, useReadable } from './resource.ts';

const workshops = new Map<WorkshopId, Resource<WorkshopView>>();

/** A workshop as this browser's role sees it; all pages of it share one. */
export function workshopResource(workshop: WorkshopId): Resource<WorkshopView> {
  const known = workshops.get(workshop);
  if (known) return known;
  const made = new Resource(() => askOrRemember(workshop));
  workshops.set(workshop, made);
  return made;
}

/** Lets the next page ask anew, before it shows anything: this browser's role or seat may be another one now. */
export function askAnew(workshop: WorkshopId): void {
  workshops.delete(workshop);
}

/** Without an answer a page goes on with what this device was told last. */
async function askOrRemember(workshop: WorkshopId): Promise<Answer<WorkshopView>> {
  const answer = await api.workshop(workshop);
  if (answer.is === 'answer') rememberWorkshop(answer.value);
  if (answer.is === 'refused') forgetWorkshop(workshop);
  const remembered = answer.is === 'silent' ? rememberedWorkshop(workshop) : null;
  return remembered === null ? answer : { is: 'answer', value: remembered };
}

/** The workshop in a component; {@link workshopResource} refreshes it. */
export function useWorkshop(workshop: WorkshopId): Loadable<WorkshopView> {
  return useReadable(workshopResource(workshop));
}
