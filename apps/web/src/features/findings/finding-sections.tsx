import { useDroppable } from '@dnd-kit/core';
import type { PointId } from '@reportback/domain';
import { type ComponentProps, useState } from 'react';
import type { LiveSession } from '../../app/live-session.tsx';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { isFinding } from './drop.ts';
import { FindingHead } from './finding-head.tsx';
import styles from './finding-sections.module.css';
import { PointLine } from './point-line.tsx';
import { PointWords } from './point-words.tsx';
import type { PlacedFamily, SortedFinding } from './sorting.ts';
import { useVoteKey } from './use-vote-key.ts';

interface Lines {
  readonly live: LiveSession;
  readonly maySort: boolean;
  readonly chosen: ReadonlySet<PointId>;
  readonly onChoose: (family: PlacedFamily) => void;
  readonly onKey: ComponentProps<typeof PointLine>['onKey'];
}

/** Points that are in no finding; always in sight. */
export function Unsorted({
  families,
  ...lines
}: Lines & { readonly families: readonly PlacedFamily[] }) {
  const { setNodeRef, isOver } = useDroppable({ id: 'unsorted' });
  return (
    <section
      ref={setNodeRef}
      className={classes(styles.unsorted, isOver && styles.over)}
      aria-labelledby="unsorted-title"
    >
      <h2 id="unsorted-title" className={styles.title}>
        Unsorted <span className={styles.number}>{families.length}</span>
      </h2>
      {families.length === 0 ? (
        <p className={styles.none}>Every point is in a finding.</p>
      ) : (
        <Families {...lines} families={families} ruled />
      )}
    </section>
  );
}

/** A finding with its points. */
export function FindingSection({
  hand,
  sorted,
  place,
  ...lines
}: Lines & {
  readonly hand: PlenaryDesk;
  readonly sorted: SortedFinding;
  readonly place: number;
}) {
  const { finding, families } = sorted;
  const name = `finding:${finding.id}`;
  const { setNodeRef, isOver, active } = useDroppable({ id: name });
  const onKeyDown = useVoteKey(lines.live, finding.id);
  const over = active && isFinding(active.id) ? styles.inFront : styles.over;
  return (
    <li
      ref={setNodeRef}
      className={classes(styles.finding, isOver && over, active?.id === name && styles.dragged)}
      onKeyDown={onKeyDown}
    >
      <FindingHead
        live={lines.live}
        hand={hand}
        maySort={lines.maySort}
        sorted={sorted}
        place={place}
        isDraggable
      />
      <div className={styles.points}>
        {families.length === 0 ? (
          <p className={styles.none}>No points in it yet.</p>
        ) : (
          <Families {...lines} families={families} />
        )}
      </div>
    </li>
  );
}

function Families({
  live,
  maySort,
  chosen,
  onChoose,
  onKey,
  families,
  ruled = false,
}: Lines & { readonly families: readonly PlacedFamily[]; readonly ruled?: boolean }) {
  return (
    <ul className={classes(ruled && styles.ruled)}>
      {families.map((family) =>
        maySort ? (
          <PointLine
            key={family.at}
            live={live}
            family={family}
            isChosen={chosen.has(family.at)}
            onChoose={() => onChoose(family)}
            onKey={onKey}
          />
        ) : (
          <li key={family.at} className={styles.read}>
            <PointWords live={live} family={family} />
          </li>
        ),
      )}
    </ul>
  );
}

/** Where a new finding begins: by its name, or by a point that is dropped here; a finding that is dropped here is the last. */
export function NewFinding({ onMake }: { readonly onMake: (name: string) => void }) {
  const { setNodeRef, isOver, active } = useDroppable({ id: 'new' });
  const over = active && isFinding(active.id) ? styles.inFront : styles.over;
  const [name, setName] = useState('');
  return (
    <form
      ref={setNodeRef}
      className={classes(styles.new, isOver && over)}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (name.trim() === '') return;
        onMake(name.trim());
        setName('');
      }}
    >
      <input
        className={styles.name}
        aria-label="Name of a new finding"
        placeholder="New finding"
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
