import type { WorkshopId } from './ids.ts';

/** When a workshop is deleted by itself. */
export interface Expiry {
  readonly workshop: WorkshopId;
  /** The local day (`YYYY-MM-DD`) at whose beginning it goes; null when it was said that it stays. */
  readonly on: string | null;
}

/**
 * To whom workshops belong who signed in, and how long they are kept. A promise that resolves means: committed. All
 * of it goes with its workshop, and nothing happens for one that is gone.
 */
export interface WorkshopCustody {
  /** @param email as the identity provider has verified it, in lower case */
  addOwner(workshop: WorkshopId, email: string): Promise<void>;
  removeOwner(workshop: WorkshopId, email: string): Promise<void>;
  /** In the order of the alphabet. */
  owners(workshop: WorkshopId): Promise<readonly string[]>;
  isOwner(workshop: WorkshopId, email: string): Promise<boolean>;
  ownedBy(email: string): Promise<readonly WorkshopId[]>;
  setExpiry(expiry: Expiry): Promise<void>;
  /** Undefined where nobody has said anything yet. */
  expiry(workshop: WorkshopId): Promise<Expiry | undefined>;
  expiries(): Promise<readonly Expiry[]>;
}
