import {
  type BoardFeed,
  browserSurroundings,
  type FeedState,
  followBoard,
} from '@reportback/client/board-feed';
import type { SessionId, WorkshopId } from '@reportback/domain';
import { useReadable } from './resource.ts';

const feeds = new Map<string, BoardFeed>();

/** A session's board feed, connected while a component watches it; all components share one. */
export function boardFeed(workshop: WorkshopId, session: SessionId): BoardFeed {
  const key = `${workshop}/${session}`;
  const known = feeds.get(key);
  if (known) return known;
  const origin = window.location.origin.replace(/^http/, 'ws');
  const made = followBoard(origin, workshop, session, browserSurroundings());
  feeds.set(key, made);
  return made;
}

/** The cards of a session, live; {@link boardFeed} can be told to try again. */
export function useBoard(workshop: WorkshopId, session: SessionId): FeedState {
  return useReadable(boardFeed(workshop, session));
}
