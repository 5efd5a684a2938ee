import { permits, type Vote, type WorkshopView } from '@reportback/domain';
import { useEffect } from 'react';
import type { SessionPlace } from './api.ts';
import type { LiveSession } from './live-session.tsx';
import { Voices, type VoicesState } from './own-voices.ts';
import { useReadable } from './resource.ts';

const all = new Map<string, Voices>();

function voicesIn(place: SessionPlace): Voices {
  const key = `${place.workshop}/${place.session}`;
  const known = all.get(key);
  if (known) return known;
  const made = new Voices(place);
  all.set(key, made);
  return made;
}

/** Whether somebody has a seat, and so a voice. */
export function hasVoice({ me }: Pick<WorkshopView, 'me'>): boolean {
  return permits[me.role].sit && me.seat !== null;
}

/** What this person has said in the session, as far as the page has it; the page itself fetches it once. */
export function useVoices({ view, session }: Pick<LiveSession, 'view' | 'session'>): VoicesState & {
  readonly voices: Voices;
} {
  const voices = voicesIn({ workshop: view.workshop.id, session: session.id });
  return { ...useReadable(voices), voices };
}

/** The same, for the page as a whole: fetched when it opens, and anew when the vote opens or closes. */
export function useFetchedVoices(live: LiveSession): ReturnType<typeof useVoices> {
  const state = useVoices(live);
  const { voices } = state;
  const may = hasVoice(live.view);
  const vote: Vote['is'] = live.board.plenary.plenary.vote.is;
  useEffect(() => {
    if (may) void voices.load();
  }, [may, voices, vote]);
  return state;
}
