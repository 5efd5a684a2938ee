import type { GroupId, SessionId } from '@reportback/domain';

const key = (session: SessionId, group: GroupId) => `reportback.document.${session}.${group}`;

/** Notes a table's document by name, so that it can be opened here without a network. Not a secret. */
export function rememberDocument(session: SessionId, group: GroupId, name: string): void {
  try {
    window.localStorage.setItem(key(session, group), name);
  } catch {
    // A browser without storage keeps no text either; the page says so.
  }
}

/** The name of a table's document that was open on this device before, or null. */
export function rememberedDocument(session: SessionId, group: GroupId): string | null {
  try {
    return window.localStorage.getItem(key(session, group));
  } catch {
    return null;
  }
}
