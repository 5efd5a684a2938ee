import {
  groupLabel,
  type Move,
  namedIn,
  type PeopleView,
  type SeatId,
  type Session,
  sitsIn,
  tableAt,
  tablesIn,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import type { Resource } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import { type SharedOut, shareOut, shareOutBalanced } from './assignment.ts';
import { MoveTable } from './move-table.tsx';
import styles from './people-page.module.css';
import { PersonRow } from './person-row.tsx';
import { type DoneMoves, useDoneMoves } from './use-done-moves.ts';

type Person = PeopleView['people'][number];

/** More rows than these make a page slow; the search finds the others. */
const mostRows = 200;

/** Everybody, to find, to place by hand or all at once, for all sessions or for one, and to take moves back. */
export function PeopleList({
  view: { workshop, groups, sessions },
  people: everybody,
  resource,
}: {
  readonly view: WorkshopView;
  readonly people: PeopleView['people'];
  readonly resource: Resource<PeopleView>;
}) {
  const [wanted, setWanted] = useState('');
  const [session, setSession] = useState<Session | null>(null);
  const tables = session === null ? groups : tablesIn(groups, session);
  const done = useDoneMoves(workshop.id);
  const [said, setSaid] = useState('');
  // As they sit in the session that is looked at.
  const people: readonly Person[] =
    session === null
      ? everybody
      : everybody.map((person) => ({ ...person, group: tableAt(person, session.id) }));

  async function move({ moves, session: within }: DoneMoves, isUndo = false) {
    const answer = await api.movePeople(workshop.id, {
      moves,
      ...(within !== null && { session: within }),
    });
    if (answer.is !== 'answer') {
      setSaid(answer.is === 'refused' ? answer.problem : 'The server did not answer. Try again.');
      return;
    }
    const { moved } = answer.value;
    const left = moves.length - moved.length;
    if (isUndo) done.drop();
    else if (moved.length > 0) done.add({ moves: moved, session: within });
    setSaid(
      `${moved.length} moved${left > 0 ? `; ${left} stay, because somebody else has moved them` : ''}.`,
    );
    resource.set(answer.value);
  }
  const now = (moves: readonly Move[]) => void move({ moves, session: session?.id ?? null });

  async function erase(seat: SeatId) {
    const answer = await api.erasePerson(workshop.id, seat);
    setSaid(
      answer.is === 'answer'
        ? 'Erased.'
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer. Try again.',
    );
    done.forget(seat);
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
  const found = people
    .filter(({ name, affiliation }) =>
      `${name} ${affiliation}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
    )
    .slice(0, mostRows);
  const last = done.last;
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
          <Button onClick={() => now(shareOut(shared(unplaced), Math.random))}>
            Place the {unplaced.length} at random
          </Button>
        )}
        <Button
          disabled={people.length === 0}
          onClick={() => now(shareOut(shared(people), Math.random))}
        >
          Mix everybody
        </Button>
        <Button
          disabled={people.length === 0}
          onClick={() => now(shareOutBalanced(shared(people), Math.random))}
        >
          Mix everybody by affiliation
        </Button>
        {session !== null && (
          <Button disabled={usual.length === 0} onClick={() => now(usual)}>
            Back to the usual tables
          </Button>
        )}
        <Button
          disabled={last === null}
          onClick={() => {
            if (last === null) return;
            const moves = last.moves.map(({ seat, from, to }) => ({ seat, from: to, to: from }));
            void move({ moves, session: last.session }, true);
          }}
        >
          Undo
        </Button>
        <output>{said}</output>
      </div>
      <MoveTable groups={tables} people={people} onMove={now} />
      {[null, ...groups].map((group) => {
        const here = found.filter((person) => person.group === (group?.id ?? null));
        if (here.length === 0) return null;
        const all = people.filter((person) => person.group === (group?.id ?? null)).length;
        return (
          <section key={group?.id ?? ''} className={styles.table}>
            <h3 className={styles.tableName}>
              {group === null
                ? 'Without a table'
                : groupLabel(session ? namedIn(group, session) : group)}
              {group !== null && session && !sitsIn(group.id, session) && ', not in this session'}{' '}
              <span className={styles.from}>{all}</span>
            </h3>
            <ul className={styles.people}>
              {here.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  groups={tables}
                  onMove={(one) => now([one])}
                  onErase={() => void erase(person.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {people.length > mostRows && found.length === mostRows && (
        <p>
          {mostRows} of {people.length} are shown; the search finds the others.
        </p>
      )}
    </section>
  );
}
