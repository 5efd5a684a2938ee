import type { AgendaView } from '@reportback/domain';
import { useEffect, useState } from 'react';
import type { Answer } from '../../app/answer.ts';
import { api } from '../../app/api.ts';

/** Milliseconds of stillness after which what was typed is read. */
const still = 350;

/** What is known of an agenda's text while it is typed. */
export interface Reading {
  /** Of the last text that was understood; it stays on the screen while the next one is read. */
  readonly view: AgendaView | null;
  /** What kept the present text from being read. */
  readonly problem: string | null;
  readonly isReading: boolean;
}

/** Has the server read the agenda's text whenever the typing pauses. */
export function useReading(text: string): Reading {
  const [read, setRead] = useState<{ text: string; answer: Answer<AgendaView> } | null>(null);
  const [view, setView] = useState<AgendaView | null>(null);
  const isEmpty = text.trim() === '';

  useEffect(() => {
    if (isEmpty) return;
    let isStale = false;
    const readNow = async () => {
      const answer = await api.readAgenda(text);
      if (isStale) return;
      setRead({ text, answer });
      if (answer.is === 'answer') setView(answer.value);
    };
    const timer = setTimeout(() => void readNow(), still);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, isEmpty]);

  if (isEmpty) return { view: null, problem: null, isReading: false };
  const isReading = read?.text !== text;
  return { view, problem: isReading ? null : problemOf(read?.answer), isReading };
}

function problemOf(answer: Answer<AgendaView> | undefined): string | null {
  switch (answer?.is) {
    case 'refused':
      return answer.problem;
    case 'silent':
      return 'The server did not answer, so the agenda could not be read. Change a letter to try again.';
    default:
      return null;
  }
}
