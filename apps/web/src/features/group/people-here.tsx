import type { OpenDocument, Person } from '@reportback/client';
import { useId } from 'react';
import { firstNames } from '../../app/first-name.ts';
import { useReadable } from '../../app/resource.ts';
import { personClass } from '../../design/person-class.ts';
import { Unseen } from '../../design/unseen.tsx';
import { personPlace } from '../../editor/person-colour.ts';
import styles from './people-here.module.css';

/** So many names fit into the header; the rest are in the list. */
const named = 3;

/** Who has the table open: names in the header, and where each of them is in a list behind it. */
export function PeopleHere({ document }: { readonly document: OpenDocument }) {
  const people = useReadable(document.people);
  const list = useId();
  if (people.length === 0) return null;
  const more = people.length - named;
  const short = firstNames(people.map(({ name }) => name));
  return (
    <>
      <button type="button" className={styles.people} popoverTarget={list}>
        <Unseen>Here now: </Unseen>
        <span className={styles.names}>
          {people
            .slice(0, named)
            .map(({ isMe }, index) => nameOf({ name: short[index] ?? '', isMe }))
            .join(', ')}
          {more > 0 && ` and ${more} more`}
        </span>
        <span className={styles.count} aria-hidden="true">
          {people.length}
        </span>
      </button>
      <div id={list} popover="auto" className={styles.list}>
        <h2 className={styles.heading}>Here now</h2>
        <ul>
          {people.map((person) => (
            <li key={person.seat ?? person.name} className={styles.person}>
              <span className={`${styles.name} ${personClass(personPlace(person.colour))}`}>
                {nameOf(person)}
              </span>
              <span className={styles.where}>{placeOf(person)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function nameOf({ name, isMe }: Pick<Person, 'name' | 'isMe'>): string {
  return isMe ? `${name} (you)` : name;
}

function placeOf({ field }: Person): string {
  if (field === null) return 'reading';
  return field === 'note' ? 'in the note' : `in the card: ${field}`;
}
