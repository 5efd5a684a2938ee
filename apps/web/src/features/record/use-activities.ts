import {
  type ActivityView,
  parseSessionId,
  type Session,
  type SessionId,
  type WorkshopId,
} from '@reportback/domain';
import { useEffect, useState } from 'react';
import type { Answer } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import type { AskedSession } from './unsaved-sentences.ts';

/** How long after an answer a session is asked again, in milliseconds. */
const asksAfter = 3_000;

/** What happens in each session, asked anew as long as the component is there, each session by itself. */
export function useActivities(
  workshop: WorkshopId,
  sessions: readonly Session[],
): readonly AskedSession[] {
  const [answers, setAnswers] = useState<ReadonlyMap<SessionId, Answer<ActivityView>>>(new Map());
  const ids = sessions.map(({ id }) => id).join(' ');
  useEffect(() => {
    let isOver = false;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const ask = async (session: SessionId) => {
      const answer = await api.activity({ workshop, session });
      if (isOver) return;
      setAnswers((before) => new Map(before).set(session, answer));
      const timer = setTimeout(() => {
        timers.delete(timer);
        void ask(session);
      }, asksAfter);
      timers.add(timer);
    };
    for (const id of ids.split(' ')) void ask(parseSessionId(id));
    return () => {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [workshop, ids]);
  return sessions.map((session) => ({
    session,
    activity: answers.get(session.id) ?? { is: 'loading' },
  }));
}
