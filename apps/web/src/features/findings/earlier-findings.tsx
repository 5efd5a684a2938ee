import type { EarlierFindings as Earlier, FindingId, Group } from '@reportback/domain';
import { parseCommandId } from '@reportback/domain';
import { useEffect, useState } from 'react';
import type { Loadable } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import type { LiveSession } from '../../app/live-session.tsx';
import { freshId } from '../../app/new-ids.ts';
import { spokenPoints } from '../../app/spoken-points.ts';
import { Button } from '../../design/button.tsx';
import { Chip } from '../../design/chip.tsx';
import styles from './earlier-findings.module.css';

/**
 * What earlier sessions found, at hand at a table, and which points of its card take that up. Nothing in a
 * workshop's first session.
 * @param group the table; null for who has none: then it is only read
 */
export function EarlierFindings({
  live,
  group,
}: {
  readonly live: LiveSession;
  readonly group: Group | null;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (live.session.position === 1) return null;
  return (
    <details
      className={styles.earlier}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={styles.summary}>What earlier sessions found</summary>
      {isOpen && <Sessions live={live} group={group} />}
    </details>
  );
}

function Sessions({ live, group }: { readonly live: LiveSession; readonly group: Group | null }) {
  const workshop = live.view.workshop.id;
  const session = live.session.id;
  const [earlier, setEarlier] = useState<Loadable<Earlier>>({ is: 'loading' });
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void insist(() => api.earlierFindings({ workshop, session })).then((answer) => {
      if (isWanted) setEarlier(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [workshop, session]);

  async function cite(finding: FindingId, point: string, cited: boolean) {
    const card = live.board.cards.find((each) => each.group === group?.id);
    const named = card?.points.find(({ id }) => id === point)?.id;
    if (group === null || named === undefined) return;
    const id = parseCommandId(freshId());
    const request = { id, group: group.id, point: named, finding, cited, why: '' };
    const answer = await insist(() => api.cite({ workshop, session }, request));
    setProblem(
      answer.is === 'answer'
        ? null
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer, so nothing was changed. Try again.',
    );
  }

  if (earlier.is === 'loading') return <p className={styles.line}>Asking…</p>;
  if (earlier.is === 'silent') return <p className={styles.line}>The server did not answer.</p>;
  if (earlier.is === 'refused') return <p className={styles.line}>{earlier.problem}</p>;
  const found = earlier.value.sessions.filter(({ findings }) => findings.length > 0);
  if (found.length === 0)
    return <p className={styles.line}>The earlier sessions have no findings yet.</p>;
  return (
    <>
      {problem !== null && (
        <p className={styles.line} role="alert">
          {problem}
        </p>
      )}
      {found.map(({ id, position, title, findings }) => (
        <section key={id} aria-label={`Session ${position}`}>
          <h3 className={styles.session}>
            Session {position}, {title}
          </h3>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id} className={styles.finding}>
                <p className={styles.name}>{finding.name}</p>
                {finding.statement !== '' && <p className={styles.line}>{finding.statement}</p>}
                <Cited
                  live={live}
                  group={group}
                  finding={finding}
                  onCite={(point, cited) => void cite(finding.id, point, cited)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The points that take a finding up, of this table and others, and the choice of one more of one's own. */
function Cited({
  live,
  group,
  finding,
  onCite,
}: {
  readonly live: LiveSession;
  readonly group: Group | null;
  readonly finding: { readonly id: FindingId; readonly name: string };
  readonly onCite: (point: string, cited: boolean) => void;
}) {
  const { cards, plenary } = live.board;
  const citing = new Set(
    plenary.plenary.citations.filter((one) => one.finding === finding.id).map(({ point }) => point),
  );
  const points = spokenPoints(cards);
  const own = points.filter(({ id, card }) => card.group === group?.id && !citing.has(id));
  const mayCite = group !== null && live.board.session.phase !== 'frozen';
  return (
    <>
      {points
        .filter(({ id }) => citing.has(id))
        .map(({ id, text, card }) => (
          <p key={id} className={styles.cited}>
            <Chip number={card.number} />
            <span>{text}</span>
            {mayCite && card.group === group.id && (
              <Button size="small" kind="text" onClick={() => onCite(id, false)}>
                Take back
              </Button>
            )}
          </p>
        ))}
      {mayCite && own.length > 0 && (
        <select
          className={styles.choice}
          aria-label={`Point that takes up: ${finding.name}`}
          value=""
          onChange={({ target }) => onCite(target.value, true)}
        >
          <option value="">Cite in a point…</option>
          {own.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
