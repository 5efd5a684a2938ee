import type { FindingId } from '@reportback/domain';
import { Check, Minus } from 'lucide-react';
import type { LiveSession } from '../../app/live-session.tsx';
import { hasVoice, useVoices } from '../../app/use-voices.ts';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import styles from './finding-votes.module.css';

/** How many tables raised a finding and how many votes it has; whoever has a voice votes here while it is open. */
export function FindingVotes({
  live,
  finding,
  name,
  tables,
}: {
  readonly live: LiveSession;
  readonly finding: FindingId;
  readonly name: string;
  readonly tables: number;
}) {
  const { plenary, votes } = live.board.plenary;
  const counted = votes && (votes.find((each) => each.finding === finding)?.votes ?? 0);
  return (
    <div className={styles.votes}>
      {tables > 0 && (
        <span className={styles.tables}>
          {tables} {tables === 1 ? 'table' : 'tables'}
        </span>
      )}
      {plenary.vote.is === 'open' && hasVoice(live.view) ? (
        <OwnVotes live={live} finding={finding} name={name} counted={counted} />
      ) : (
        counted !== null && <p className={styles.count}>{votesOf(counted)}</p>
      )}
    </div>
  );
}

/** @param counted the votes of all; null while they are hidden */
function OwnVotes({
  live,
  finding,
  name,
  counted,
}: {
  readonly live: LiveSession;
  readonly finding: FindingId;
  readonly name: string;
  readonly counted: number | null;
}) {
  const { own, isLoaded, voices } = useVoices(live);
  const given = own.votes.find((each) => each.finding === finding)?.votes ?? 0;
  return (
    <>
      <button
        type="button"
        className={classes(styles.less, given === 0 && styles.none)}
        aria-label={`One vote less for ${name}`}
        disabled={!isLoaded || given === 0}
        onClick={() => void voices.vote(finding, -1)}
      >
        <Minus size={20} strokeWidth={2} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={classes(styles.count, styles.more, given > 0 && styles.given)}
        disabled={!isLoaded || (own.votesLeft === 0 && given === 0)}
        aria-disabled={own.votesLeft === 0}
        onClick={() => void voices.vote(finding, 1)}
      >
        {counted === null ? 'Vote' : votesOf(counted)}
        {given > 0 && (
          <span className={styles.own}>
            <Check size={16} strokeWidth={2.5} aria-hidden="true" />
            {given > 1 && given}
          </span>
        )}
        <Unseen>
          {given === 1 && ' 1'}
          {given > 0 && ' yours'}: one vote more for {name}
        </Unseen>
      </button>
    </>
  );
}

function votesOf(votes: number) {
  return (
    <>
      <b>{votes}</b> {votes === 1 ? 'vote' : 'votes'}
    </>
  );
}
