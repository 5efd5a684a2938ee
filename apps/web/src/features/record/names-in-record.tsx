import {
  type Attribution,
  attributions,
  groupLabel,
  type NameFound,
  namedIn,
  permits,
  type RecordCheck,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import styles from './names-in-record.module.css';

const words: Readonly<Record<Attribution, string>> = {
  'by-name': 'As people wish to be cited',
  'by-table': 'By table only',
  none: 'None (Chatham House)',
};

/** More names than this are counted, not listed. */
const listed = 12;

/** Whom the record names: chosen by organizers, and where texts still tell what it withholds. */
export function NamesInRecord({
  view,
  check,
}: {
  readonly view: WorkshopView;
  readonly check: RecordCheck | null;
}) {
  const { workshop, me, record } = view;
  const isFrozen = record.standing.is === 'frozen';
  const [problem, setProblem] = useState<string | null>(null);
  /** What was chosen and is not confirmed yet. */
  const [chosen, setChosen] = useState<Attribution | null>(null);
  const now = chosen ?? workshop.attribution;
  const found = check?.names?.find(({ attribution }) => attribution === now)?.found ?? [];

  const choose = async (attribution: Attribution) => {
    setChosen(attribution);
    const answer = await api.setAttribution(workshop.id, attribution);
    if (answer.is === 'answer') workshopResource(workshop.id).set(answer.value);
    setChosen(null);
    setProblem(
      answer.is === 'answer'
        ? null
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer, and nothing was changed. Try again.',
    );
  };

  return (
    <section aria-labelledby="names">
      <h2 id="names" className={styles.heading}>
        Names in the record
      </h2>
      {permits[me.role].organize ? (
        <fieldset className={styles.choices} aria-labelledby="names">
          {attributions.map((attribution) => (
            <label key={attribution} className={styles.choice}>
              <input
                type="radio"
                name="attribution"
                checked={now === attribution}
                disabled={chosen !== null || isFrozen}
                onChange={() => void choose(attribution)}
              />
              {words[attribution]}
            </label>
          ))}
        </fieldset>
      ) : (
        <p className={styles.words}>{words[workshop.attribution]}. Organizers choose this.</p>
      )}
      {isFrozen && (
        <p className={styles.words}>Frozen with these names. Reopen the record to change them.</p>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {found.length > 0 && <Found view={view} found={found} />}
    </section>
  );
}

function Found({
  view: { workshop, groups, sessions },
  found,
}: {
  readonly view: WorkshopView;
  readonly found: readonly NameFound[];
}) {
  return (
    <details className={styles.found}>
      <summary>
        {found.length === 1
          ? 'One name that is withheld may stand in a text'
          : `${found.length} names that are withheld may stand in texts`}
      </summary>
      <ul>
        {found.slice(0, listed).map((one) => {
          const table = groups.find(({ id }) => id === one.group);
          const session = sessions.find(({ id }) => id === one.session);
          const group = table && session ? namedIn(table, session) : table;
          const where = group === undefined ? one.part : `${groupLabel(group)}, ${one.part}`;
          return (
            <li key={[one.session, one.group, one.part, one.name, one.text].join('\n')}>
              <b>{one.name}</b>:{' '}
              {group === undefined ? (
                where
              ) : (
                <Link href={addresses.table(workshop.id, one.session, group.id)}>{where}</Link>
              )}
              <span className={styles.line}>{one.text.slice(0, 120)}</span>
            </li>
          );
        })}
      </ul>
      {found.length > listed && (
        <p className={styles.words}>And {found.length - listed} more. Mend these first.</p>
      )}
    </details>
  );
}
