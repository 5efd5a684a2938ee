import type { Move, SeatId, SessionId, WorkshopId } from '@reportback/domain';
import { useState } from 'react';

/** Moves that were made at once. */
export interface DoneMoves {
  readonly moves: readonly Move[];
  /** The session that they were made for; null for all. */
  readonly session: SessionId | null;
}

/** More steps back than these nobody takes, and storage is small. */
const most = 20;

/**
 * The moves of this browser tab, the last one last: each can be undone, also after a reload. Turned round they move
 * only who is still where they led, so that nobody's later move is lost.
 */
export function useDoneMoves(workshop: WorkshopId) {
  const key = `reportback-moves-${workshop}`;
  const [done, setDone] = useState(() => kept(key));
  const put = (next: readonly DoneMoves[]) => {
    setDone(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage they live as long as the page.
    }
  };
  return {
    last: done.at(-1) ?? null,
    add: (moves: DoneMoves) => put([...done, moves].slice(-most)),
    drop: () => put(done.slice(0, -1)),
    /** Somebody was erased, and no move of theirs may bring them back. */
    forget: (seat: SeatId) =>
      put(
        done
          .map((each) => ({ ...each, moves: each.moves.filter((move) => move.seat !== seat) }))
          .filter(({ moves }) => moves.length > 0),
      ),
  };
}

function kept(key: string): readonly DoneMoves[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    // Only this page writes there.
    return Array.isArray(found) ? (found as readonly DoneMoves[]) : [];
  } catch {
    return [];
  }
}
