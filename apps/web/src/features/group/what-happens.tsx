import type { OpenDocument, Person } from '@reportback/client';
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

function useCompanyNews({ people, connection }: OpenDocument): string {
  const [news, setNews] = useState('');
  const told = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Who was here when the page came in has not joined.
    const comeIn = () => {
      if (connection.get().is === 'live') told.current ??= othersIn(people.get());
    };
    const tell = () => {
      const here = othersIn(people.get());
      const before = told.current;
      if (before === null) return;
      told.current = here;
      setNews(companyNews(before, here));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, settles);
    };
    comeIn();
    const stops = [connection.subscribe(comeIn), people.subscribe(wait)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [people, connection]);
  return news;
}

function othersIn(people: readonly Person[]): ReadonlySet<string> {
  return new Set(people.filter(({ isMe }) => !isMe).map(({ name }) => name));
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
