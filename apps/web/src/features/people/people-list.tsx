import {
  groupLabel,
  type Move,
  type MovesView,
  namedIn,
  type PeopleView,
  type SeatId,
  type Session,
  sitsIn,
  tableAt,
  tablesIn,
  type WorkshopView,
} from '@reportback/domain';
import { useMemo, useState } from 'react';
import { type Answer, answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { localTime } from '../../app/local-time.ts';
import type { Resource } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { type SharedOut, shareOut, shareOutBalanced } from './assignment.ts';
import { MoveTable } from './move-table.tsx';
import styles from './people-page.module.css';
import { PersonRow } from './person-row.tsx';

type Person = PeopleView['people'][number];

/** More rows than these make a page slow; the search finds the others. */
const mostRows = 200;

/** Everybody, to find, to place by hand or all at once, for all sessions or for one, and to take moves back. */
export function PeopleList({
  view: { workshop, groups, sessions },
  found: { people: everybody, lastMove },
  resource,
}: {
  readonly view: WorkshopView;
  readonly found: PeopleView;
  readonly resource: Resource<PeopleView>;
}) {
  const [wanted, setWanted] = useState('');
  const [session, setSession] = useState<Session | null>(null);
  const tables = useMemo(
    () => (session === null ? groups : tablesIn(groups, session)),
    [groups, session],
  );
  const options = useMemo(
    () =>
      tables.map((group) => (
        <option key={group.id} value={group.id}>
          {groupLabel(group)}
        </option>
      )),
    [tables],
  );
  const [said, setSaid] = useState('');
  // As they sit in the session that is looked at.
  const people: readonly Person[] =
    session === null
      ? everybody
      : everybody.map((person) => ({ ...person, group: tableAt(person, session.id) }));

  const tell = (answer: Answer<MovesView>, asked: number, because: string) => {
    if (answer.is !== 'answer') {
      setSaid(answerProblem(answer));
      if (answer.is === 'refused' && answer.code === 'changed-meanwhile') void resource.refresh();
      return;
    }
    const { moved } = answer.value;
    const left = asked - moved.length;
    setSaid(`${moved.length} moved${left > 0 ? `; ${left} stay, because ${because}` : ''}.`);
    resource.set(answer.value);
  };
  const now = async (moves: readonly Move[]) =>
    tell(
      await api.movePeople(workshop.id, {
        moves,
        ...(session !== null && { session: session.id }),
      }),
      moves.length,
      'somebody else has moved them',
    );
  const undo = async (last: NonNullable<PeopleView['lastMove']>) =>
    tell(
      await api.undoMove(workshop.id, { number: last.number }),
      last.people,
      'somebody else has moved them or their table does not sit in this session any more',
    );

  async function erase(seat: SeatId) {
    const answer = await api.erasePerson(workshop.id, seat);
    setSaid(answer.is === 'answer' ? 'Erased.' : answerProblem(answer));
    await resource.refresh();
  }

  const unplaced = people.filter(({ group }) => group === null);
  const shared = (who: PeopleView['people']): SharedOut => ({
    people: who,
    everybody: people,
    groups: tables,
  });
  const usual = everybody.flatMap((person): readonly Move[] => {
    const at = session === null ? person.group : tableAt(person, session.id);
    const sits = session === null || person.group === null || sitsIn(person.group, session);
    return at === person.group || !sits ? [] : [{ seat: person.id, from: at, to: person.group }];
  });
  const shown = people
    .filter(({ name, affiliation }) =>
      `${name} ${affiliation}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
    )
    .slice(0, mostRows);
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody" className={styles.heading}>
        {people.length} people, {unplaced.length} without a table
      </h2>
      <div className={styles.look}>
        <SelectField
          label="Who sits where in"
          value={session?.id ?? ''}
          onChange={({ target }) =>
            setSession(sessions.find(({ id }) => id === target.value) ?? null)
          }
        >
          <option value="">All sessions</option>
          {sessions.map(({ id, position, title }) => (
            <option key={id} value={id}>
              Session {position}: {title}
            </option>
          ))}
        </SelectField>
        <Field
          label="Find"
          type="search"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </div>
      <div className={styles.bar}>
        {unplaced.length > 0 && (
          <Button onClick={() => void now(shareOut(shared(unplaced), Math.random))}>
            Place the {unplaced.length} at random
          </Button>
        )}
        <Button
          disabled={people.length === 0}
          onClick={() => void now(shareOut(shared(people), Math.random))}
        >
          Mix everybody
        </Button>
        <Button
          disabled={people.length === 0}
          onClick={() => void now(shareOutBalanced(shared(people), Math.random))}
        >
          Mix everybody by affiliation
        </Button>
        {session !== null && (
          <Button disabled={usual.length === 0} onClick={() => void now(usual)}>
            Back to the usual tables
          </Button>
        )}
        <Button
          disabled={lastMove === null}
          onClick={() => {
            if (lastMove !== null) void undo(lastMove);
          }}
        >
          Undo
        </Button>
        {lastMove !== null && (
          <span className={styles.from}>
            Last move: {lastMove.people === 1 ? '1 person' : `${lastMove.people} people`}, by{' '}
            {lastMove.by} at {localTime(lastMove.at, workshop.timeZone).time}
          </span>
        )}
        <output>{said}</output>
      </div>
      <MoveTable groups={tables} people={people} onMove={(moves) => void now(moves)} />
      {[null, ...groups].map((group) => {
        const here = shown.filter((person) => person.group === (group?.id ?? null));
        if (here.length === 0) return null;
        const all = people.filter((person) => person.group === (group?.id ?? null)).length;
        return (
          <section key={group?.id ?? ''} className={styles.table}>
            <h3 className={styles.tableName}>
              <bdi>
                {group === null
                  ? 'Without a table'
                  : groupLabel(session ? namedIn(group, session) : group)}
              </bdi>
              {group !== null && session && !sitsIn(group.id, session) && ', not in this session'}{' '}
              <span className={styles.from}>{all}</span>
            </h3>
            <ul className={styles.people}>
              {here.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  groups={tables}
                  options={options}
                  onMove={(one) => void now([one])}
                  onErase={() => void erase(person.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {people.length > mostRows && shown.length === mostRows && (
        <p>
          {mostRows} of {people.length} are shown; the search finds the others.
        </p>
      )}
    </section>
  );
}
