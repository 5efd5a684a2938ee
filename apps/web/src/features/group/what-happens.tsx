import type { OpenDocument } from '@reportback/client';
import { type Readable, Settable } from '@reportback/client/readable';
import type { Session } from '@reportback/domain';
import { useEffect, useRef, useState } from 'react';
import { useReadable } from '../../app/resource.ts';
import { phaseNames } from '../../design/phase-bar.tsx';
import { Announce } from '../../design/unseen.tsx';

/** Comings and goings are told together, once nobody came or went for this long. Milliseconds. */
const settles = 2_000;
const silence = new Settable('');

/**
 * What a screen reader hears of the table: who came and went, the phase, what a command did; never what is
 * being typed.
 */
export function WhatHappens({
  document,
  session,
  said,
}: {
  readonly document: OpenDocument;
  readonly session: Session;
  /** What commands of this page did; null while there are none. */
  readonly said: Readable<string> | null;
}) {
  const command = useReadable(said ?? silence);
  const company = useCompanyNews(document);
  const phase = usePhaseNews(session);
  return (
    <>
      <Announce>{command}</Announce>
      <Announce>{company}</Announce>
      <Announce>{phase}</Announce>
    </>
  );
}

function usePhaseNews({ phase }: Session): string {
  const [first] = useState(phase);
  const [before, setBefore] = useState(phase);
  const [news, setNews] = useState('');
  if (phase !== before) {
    setBefore(phase);
    setNews(`Now: ${phaseNames[phase]}.`);
  }
  return first === phase && news === '' ? '' : news;
}

function useCompanyNews({ people }: OpenDocument): string {
  const [news, setNews] = useState('');
  const told = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const here = new Set(
        people
          .get()
          .filter((person) => !person.isMe)
          .map(({ name }) => name),
      );
      const before = told.current;
      told.current = here;
      if (before !== null) setNews(companyNews(before, here));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, settles);
    };
    wait();
    const stop = people.subscribe(wait);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [people]);
  return news;
}

function companyNews(before: ReadonlySet<string>, here: ReadonlySet<string>): string {
  const came = [...here].filter((name) => !before.has(name));
  const left = [...before].filter((name) => !here.has(name));
  const parts = [
    came.length > 0 ? `${came.join(', ')} joined.` : '',
    left.length > 0 ? `${left.join(', ')} left.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
