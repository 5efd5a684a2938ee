import type { FeedClock } from '@reportback/domain';
import { useState } from 'react';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { agendaWords } from './agenda-words.ts';

/** Tells who writes or follows what the agenda is about to begin, above what they do; until it is put away. */
export function AgendaNews({
  clock: { announced },
  timeZone,
}: {
  readonly clock: FeedClock;
  readonly timeZone: string;
}) {
  const [seen, setSeen] = useState('');
  const words = announced === null ? '' : agendaWords(announced, timeZone);
  if (words === '' || words === seen) return null;
  return (
    <Banner
      about="The agenda"
      isNews
      action={
        <Button kind="text" size="small" onClick={() => setSeen(words)}>
          Seen
        </Button>
      }
    >
      {words}.
    </Banner>
  );
}
