import type { GroupId, TableMessage } from '@reportback/domain';
import { useNow } from './use-now.ts';

/** A facilitator's message stands on screens and phones this long, milliseconds. */
export const shownFor = 60_000;

/** At a table this long, unless it was put away there: whoever writes may not look up at once. Milliseconds. */
export const shownAtTable = 10 * 60_000;

/**
 * What the facilitator said last to all tables, or to one, while it is still shown; null else.
 * @param own the table whose messages are shown too; null where only the whole room is addressed
 * @param serverAhead how far the server's clock is ahead of the device's, milliseconds
 */
export function useShownMessage(
  messages: readonly TableMessage[],
  own: GroupId | null,
  serverAhead: number,
): TableMessage | null {
  const now = useNow(serverAhead);
  return shownMessage(messages, own, now);
}

/** @param now milliseconds since 1970, the server's */
export function shownMessage(
  messages: readonly TableMessage[],
  own: GroupId | null,
  now: number,
): TableMessage | null {
  return (
    messages.findLast(({ to, at }) => (to === null || to === own) && now - at < shownFor) ?? null
  );
}
