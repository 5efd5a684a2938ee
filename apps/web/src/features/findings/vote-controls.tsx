import { type OwnVoices, permits } from '@reportback/domain';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { hasVoice, useVoices } from '../../app/use-voices.ts';
import { Button } from '../../design/button.tsx';
import type { FindingParts } from './finding-parts.ts';
import { inOrderOfVotes } from './sorting.ts';
import styles from './vote-controls.module.css';

/** How the vote stands; opens and closes it for those who lead. */
export function VoteControls({ live, hand, maySort }: FindingParts) {
  const { plenary, give } = hand;
  const { vote } = plenary;
  const { votes, voters } = live.board.plenary;
  switch (vote.is) {
    case 'not-yet':
      return maySort ? <VoteForm {...{ plenary, give }} words="Open votes" /> : null;
    case 'open':
      return (
        <div className={styles.vote}>
          <p>
            {vote.perSeat === 1 ? '1 vote' : `${vote.perSeat} votes`} each
            <span className={styles.roomy}>
              , shown {vote.live ? 'as they come' : 'when closed'}
            </span>
            . {voters} voted.
          </p>
          <OwnLeft live={live} />
          {maySort && (
            <Button size="small" onClick={() => give({ is: 'close-vote' })}>
              Close votes
            </Button>
          )}
        </div>
      );
    case 'closed': {
      const counts = new Map(votes?.map((each) => [each.finding, each.votes]));
      return (
        <div className={styles.vote}>
          <p>Vote closed, {voters} voted.</p>
          {maySort && (
            <>
              <Button
                size="small"
                onClick={() =>
                  give(inOrderOfVotes(plenary.findings, counts), 'In the order of votes.')
                }
              >
                Order by votes
              </Button>
              <VoteForm {...{ plenary, give }} words="Open again" />
            </>
          )}
        </div>
      );
    }
  }
}

/** “2 of 3 left”, or the way to a vote for who could have one. */
function OwnLeft({ live }: { readonly live: LiveSession }) {
  const { own, isLoaded } = useVoices(live);
  const { me, workshop } = live.view;
  if (!permits[me.role].sit) return null;
  if (!hasVoice(live.view))
    return <Link href={addresses.join(workshop.id)}>Say your name to vote</Link>;
  return isLoaded ? <p className={styles.left}>{votesLeft(own)}</p> : null;
}

/** How many votes somebody still has, in words. */
export function votesLeft({ votesLeft: left }: OwnVoices): string {
  return left === 0
    ? 'You have no votes left'
    : `You have ${left} ${left === 1 ? 'vote' : 'votes'} left`;
}

function VoteForm({
  plenary,
  give,
  words,
}: Pick<FindingParts['hand'], 'plenary' | 'give'> & { readonly words: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [perSeat, setPerSeat] = useState(plenary.vote.is === 'closed' ? plenary.vote.perSeat : 3);
  const [isLive, setIsLive] = useState(false);
  const close = () => {
    setIsAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!isAsking)
    return (
      <Button
        ref={button}
        size="small"
        disabled={plenary.findings.length === 0}
        onClick={() => setIsAsking(true)}
      >
        {words}
      </Button>
    );
  return (
    <form
      className={styles.vote}
      aria-label="Vote"
      onKeyDown={(pressed) => {
        if (pressed.key === 'Escape') close();
      }}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        give({ is: 'open-vote', perSeat, live: isLive }, 'The vote is open.');
      }}
    >
      <label className={styles.part}>
        <input
          className={styles.number}
          type="number"
          min={1}
          max={20}
          required
          // It was asked for by the button before it.
          autoFocus
          value={perSeat}
          onChange={({ target }) => setPerSeat(target.valueAsNumber)}
        />{' '}
        votes each
      </label>
      <label className={styles.part}>
        <input
          type="checkbox"
          checked={isLive}
          onChange={({ target }) => setIsLive(target.checked)}
        />{' '}
        show the counts while it runs
      </label>
      <Button kind="primary" size="small" type="submit" disabled={plenary.findings.length === 0}>
        {words}
      </Button>
      <Button size="small" onClick={close}>
        Cancel
      </Button>
    </form>
  );
}
