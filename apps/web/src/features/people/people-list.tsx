import type { Move, PeopleView, SeatId, WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import type { Resource } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { type SharedOut, shareOut, shareOutBalanced } from './assignment.ts';
import styles from './people-page.module.css';
import { PersonRow } from './person-row.tsx';

/** More rows than these make a page slow; the search finds the others. */
const mostRows = 200;

/** Everybody, to find, to place by hand or all at once, and to take the last move back. */
export function PeopleList({
  view: { workshop, groups },
  people,
  resource,
}: {
  readonly view: WorkshopView;
  readonly people: PeopleView['people'];
  readonly resource: Resource<PeopleView>;
}) {
  const [wanted, setWanted] = useState('');
  const [done, setDone] = useState<readonly Move[]>([]);
  const [said, setSaid] = useState('');

  async function move(moves: readonly Move[], isUndo = false) {
    const answer = await api.movePeople(workshop.id, { moves });
    if (answer.is !== 'answer') {
      setSaid(answer.is === 'refused' ? answer.problem : 'The server did not answer. Try again.');
      return;
    }
    const { moved } = answer.value;
    const left = moves.length - moved.length;
    setDone(isUndo ? [] : moved);
    setSaid(
      `${moved.length} moved${left > 0 ? `; ${left} stay, because somebody else has moved them` : ''}.`,
    );
    resource.set(answer.value);
  }

  async function erase(seat: SeatId) {
    const answer = await api.erasePerson(workshop.id, seat);
    setSaid(
      answer.is === 'answer'
        ? 'Erased.'
        : answer.is === 'refused'
          ? answer.problem
          : 'The server did not answer. Try again.',
    );
    setDone((moves) => moves.filter((each) => each.seat !== seat));
    await resource.refresh();
  }

  const unplaced = people.filter(({ group }) => group === null);
  const shared = (who: PeopleView['people']): SharedOut => ({
    people: who,
    everybody: people,
    groups,
  });
  const found = people.filter(({ name, affiliation }) =>
    `${name} ${affiliation}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody" className={styles.heading}>
        {people.length} people, {unplaced.length} without a table
      </h2>
      <div className={styles.bar}>
        <Button
          disabled={unplaced.length === 0}
          onClick={() => void move(shareOut(shared(unplaced), Math.random))}
        >
          Place the {unplaced.length} at random
        </Button>
        <Button
          disabled={people.length === 0}
          onClick={() => void move(shareOutBalanced(shared(people), Math.random))}
        >
          Mix everybody by affiliation
        </Button>
        <Button
          disabled={done.length === 0}
          onClick={() =>
            void move(
              done.map(({ seat, from, to }) => ({ seat, from: to, to: from })),
              true,
            )
          }
        >
          Undo
        </Button>
        <output>{said}</output>
      </div>
      <Field
        label="Find"
        type="search"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <ul className={styles.people}>
        {found.slice(0, mostRows).map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            groups={groups}
            onMove={(one) => void move([one])}
            onErase={() => void erase(person.id)}
          />
        ))}
      </ul>
      {found.length > mostRows && (
        <p>
          {mostRows} of {found.length} are shown; the search finds the others.
        </p>
      )}
    </section>
  );
}
