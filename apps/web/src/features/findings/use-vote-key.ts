import type { FindingId } from '@reportback/domain';
import type { KeyboardEvent } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import { hasVoice, useVoices } from '../../app/use-voices.ts';

/** Where V is a letter: what is typed, and what a menu or a list of choices goes to. */
const letters = 'input, textarea, select, [role="menu"] *';

/** V within a finding gives it one vote more, with Shift one less; for those who have a voice, while the vote is open. */
export function useVoteKey(
  live: LiveSession,
  finding: FindingId,
): (pressed: KeyboardEvent) => void {
  const { isLoaded, voices } = useVoices(live);
  const mayVote = isLoaded && live.board.plenary.plenary.vote.is === 'open' && hasVoice(live.view);
  return (pressed) => {
    const { key, target, altKey, ctrlKey, metaKey, repeat } = pressed;
    if (key.toLowerCase() !== 'v' || altKey || ctrlKey || metaKey || !mayVote) return;
    if (target instanceof Element && target.matches(letters)) return;
    pressed.preventDefault();
    if (!repeat) void voices.vote(finding, pressed.shiftKey ? -1 : 1);
  };
}
