import { type Group, type GroupId, type Move, type PeopleView } from '@reportback/domain';
import { type ReactNode, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Unseen } from '../../design/unseen.tsx';
import styles from './people-page.module.css';

type Person = PeopleView['people'][number];

/** One person: where they sit, to change, and erasing them. */
export function PersonRow({
  person,
  groups,
  options,
  onMove,
  onErase,
}: {
  readonly person: Person;
  readonly groups: readonly Group[];
  /** The same elements for all rows: a page with many people and tables would be slow to make them for each. */
  readonly options: ReactNode;
  readonly onMove: (move: Move) => void;
  readonly onErase: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  const label = `Table of ${person.name}`;
  const idOf = (text: string): GroupId | null => groups.find(({ id }) => id === text)?.id ?? null;
  return (
    <li className={styles.person}>
      <div>
        <b>{person.name}</b>
        {person.affiliation !== '' && <span className={styles.from}> {person.affiliation}</span>}
        {!person.here && <span className={styles.from}> · not here yet</span>}
      </div>
      <select
        className={styles.choice}
        aria-label={label}
        value={person.group ?? ''}
        onChange={({ target }) =>
          onMove({ seat: person.id, from: person.group, to: idOf(target.value) })
        }
      >
        <option value="">No table</option>
        {person.group !== null && idOf(person.group) === null && (
          <option value={person.group} disabled>
            Its table is not in this session
          </option>
        )}
        {options}
      </select>
      <Button size="small" kind="text" onClick={() => setIsAsking(true)}>
        Erase<Unseen> {person.name}</Unseen>
      </Button>
      {isAsking && (
        <Dialog
          title={`Erase ${person.name}?`}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)}>Keep</Button>
              <Button
                kind="danger"
                onClick={() => {
                  setIsAsking(false);
                  onErase();
                }}
              >
                Erase for good
              </Button>
            </>
          }
        >
          <p>
            Their name and affiliation go, also where the record names them, with their votes and
            what they said in the plenary; so does their full name in messages, findings and
            actions. What they wrote in notes stays, as nobody’s, and names that stand in a note or
            on a card are to be taken out there. This cannot be undone; backups that were made
            before still hold it.
          </p>
        </Dialog>
      )}
    </li>
  );
}
