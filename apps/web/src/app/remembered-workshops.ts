import type { WorkshopId, WorkshopView } from '@reportback/domain';

const key = (workshop: WorkshopId) => `reportback.workshop.${workshop}`;

/** Raised when the shape of what is remembered changes; what is older is forgotten. */
const version = 2;

/** Keeps what the server told of a workshop, so that its pages open here without a network. */
export function rememberWorkshop(view: WorkshopView): void {
  try {
    window.localStorage.setItem(key(view.workshop.id), JSON.stringify({ version, view }));
  } catch {
    // No storage, or none left: then this device needs the network.
  }
}

/** What the server told of a workshop last, or null. */
export function rememberedWorkshop(workshop: WorkshopId): WorkshopView | null {
  try {
    const kept: { version: number; view: WorkshopView } | null = JSON.parse(
      window.localStorage.getItem(key(workshop)) ?? 'null',
    );
    return kept?.version === version ? kept.view : null;
  } catch {
    return null;
  }
}

/** Forgets a workshop that this browser may not see any more. */
export function forgetWorkshop(workshop: WorkshopId): void {
  try {
    window.localStorage.removeItem(key(workshop));
  } catch {
    // Without storage nothing was kept.
  }
}
