import { type Group, type GroupId, groupLabel } from '@reportback/domain';
import { useId, useState } from 'react';
import { firstNames } from '../../app/first-name.ts';
import { Button } from '../../design/button.tsx';
import { Chip, TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import styles from './table-choice.module.css';

/** More tables than this are shown by their numbers alone, so that a phone shows them all. */
const listed = 16;

/**
 * One's table: confirmed where the link or an earlier visit says it, else chosen from all. The number counts:
 * it stands on the tent in front of people.
 */
export function TableChoice({
  groups,
  people,
  chosen,
  onChoose,
  problem,
  hint,
}: {
  readonly groups: readonly Group[];
  /** Who sits at each table, as far as it is known. */
  readonly people: ReadonlyMap<GroupId, readonly string[]>;
  readonly chosen: GroupId | null;
  readonly onChoose: (group: GroupId) => void;
  readonly problem: string | null;
  /** What to know before choosing; null for where tables have their numbers. */
  readonly hint: string | null;
}) {
  const [isOpen, setIsOpen] = useState(chosen === null);
  const name = useId();
  const table = groups.find((group) => group.id === chosen);
  if (!isOpen && table !== undefined)
    return (
      <div className={styles.labelled}>
        <span className={styles.label}>Table</span>
        <div className={styles.confirmed}>
          <TableName number={table.number} name={table.name} />
          <Button kind="text" size="small" onClick={() => setIsOpen(true)}>
            Change
          </Button>
        </div>
      </div>
    );
  const asNumbers = groups.length > listed;
  return (
    <fieldset
      className={styles.labelled}
      aria-describedby={problem ? `${name}-problem` : undefined}
    >
      <legend className={styles.label}>Table</legend>
      <p className={styles.hint}>{hint ?? 'The number is on the tent in front of you.'}</p>
      {problem !== null && (
        <p className={styles.problem} id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className={asNumbers ? styles.numbers : styles.list}>
        {groups.map((group) => (
          <label key={group.id} className={classes(styles.choice, asNumbers && styles.number)}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={group.id === chosen}
              onChange={() => onChoose(group.id)}
              aria-label={groupLabel(group)}
              aria-describedby={asNumbers ? undefined : `${group.id}-people`}
            />
            {asNumbers ? (
              <Chip number={group.number} spoken={false} />
            ) : (
              <Row group={group} people={people.get(group.id)} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Row({
  group,
  people,
}: {
  readonly group: Group;
  readonly people: readonly string[] | undefined;
}) {
  const said = `${group.id}-people`;
  return (
    <>
      <TableName number={group.number} name={group.name} />
      {people !== undefined && (
        <span id={said} className={styles.people}>
          <span className={styles.names}>
            {people.length === 0 ? 'Nobody yet' : firstNames(people).join(', ')}
          </span>
          {people.length > 0 && <span className={styles.count}>{people.length}</span>}
        </span>
      )}
    </>
  );
}
