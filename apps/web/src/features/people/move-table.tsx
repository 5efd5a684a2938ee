import { type Group, groupLabel, type Move, type PeopleView } from '@reportback/domain';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { SelectField } from '../../design/field.tsx';
import styles from './people-page.module.css';

/** Moves all people of a table to another one. */
export function MoveTable({
  groups,
  people,
  onMove,
}: {
  readonly groups: readonly Group[];
  readonly people: PeopleView['people'];
  readonly onMove: (moves: readonly Move[]) => void;
}) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const target = groups.find(({ id }) => id === to);
  const moves =
    target === undefined || from === to
      ? []
      : people
          .filter(({ group }) => group === from)
          .map(({ id, group }) => ({ seat: id, from: group, to: target.id }));
  const options = groups.map((group) => (
    <option key={group.id} value={group.id}>
      {groupLabel(group)}
    </option>
  ));
  return (
    <details className={styles.whole}>
      <summary>Move a whole table</summary>
      <form
        className={styles.look}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          onMove(moves);
        }}
      >
        <SelectField
          label="Everybody of"
          value={from}
          onChange={({ target: { value } }) => setFrom(value)}
        >
          <option value="">Choose a table</option>
          {options}
        </SelectField>
        <SelectField label="goes to" value={to} onChange={({ target: { value } }) => setTo(value)}>
          <option value="">Choose a table</option>
          {options}
        </SelectField>
        <Button type="submit" disabled={moves.length === 0}>
          Move {moves.length === 1 ? '1 person' : `${moves.length} people`}
        </Button>
      </form>
    </details>
  );
}
