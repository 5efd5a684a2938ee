import { Minus, Plus } from 'lucide-react';
import type { LiveSession } from '../../app/live-session.tsx';
import { useVoices } from '../../app/use-voices.ts';
import { Announce } from '../../design/unseen.tsx';
import styles from './ballot.module.css';

/** A person's votes for the findings while the vote is open; nothing before and after. */
export function Ballot({ live }: { readonly live: LiveSession }) {
  const { own, isLoaded, problem, voices } = useVoices(live);
  const { plenary, votes } = live.board.plenary;
  if (plenary.vote.is !== 'open' || plenary.findings.length === 0) return null;
  const left = own.votesLeft ?? plenary.vote.perSeat;
  return (
    <section className={styles.ballot} aria-label="Your votes">
      <div className={styles.head}>
        <h2 className={styles.title}>Your votes</h2>
        <p className={styles.left}>
          {left} of {plenary.vote.perSeat} left
        </p>
      </div>
      <ol>
        {plenary.findings.map(({ id, name }, index) => {
          const given = own.votes.find(({ finding }) => finding === id)?.votes ?? 0;
          const inAll = votes?.find(({ finding }) => finding === id)?.votes;
          return (
            <li key={id} className={styles.finding}>
              <span className={styles.place}>{index + 1}</span>
              <span className={styles.name}>
                {name}
                {inAll !== undefined && <span className={styles.count}>{inAll} in all</span>}
              </span>
              <span className={styles.steps}>
                <button
                  type="button"
                  className={styles.step}
                  aria-label={`One vote less for ${name}`}
                  disabled={!isLoaded || given === 0}
                  onClick={() => void voices.vote(id, -1)}
                >
                  <Minus size={20} strokeWidth={2} aria-hidden="true" />
                </button>
                <span className={styles.given}>{given}</span>
                <button
                  type="button"
                  className={styles.step}
                  aria-label={`One vote more for ${name}`}
                  disabled={!isLoaded || left === 0}
                  onClick={() => void voices.vote(id, 1)}
                >
                  <Plus size={20} strokeWidth={2} aria-hidden="true" />
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <Announce>{isLoaded ? `${left} votes left` : ''}</Announce>
    </section>
  );
}
