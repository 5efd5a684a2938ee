import type { FindingId } from '@reportback/domain';
import { spokenPoints } from '../../app/spoken-points.ts';
import { Button } from '../../design/button.tsx';
import { FindingChoice } from './finding-choice.tsx';
import { FindingHead } from './finding-head.tsx';
import type { FindingParts } from './finding-parts.ts';
import { NewFinding } from './finding-sections.tsx';
import { PointWords } from './point-words.tsx';
import { SameAsChoice } from './same-as-choice.tsx';
import { idsOf, type PlacedFamily } from './sorting.ts';
import styles from './sorting-list.module.css';
import { useSorting } from './use-sorting.ts';

/** The same as the board, as plain lists with plain choices: for screen readers, and for whoever likes it better. */
export function SortingList(parts: FindingParts) {
  const { sorted, maySort } = parts;
  const { make } = useSorting(parts);
  return (
    <div className={styles.lists}>
      <section aria-labelledby="unsorted-list">
        <h2 id="unsorted-list" className={styles.title}>
          Unsorted, {sorted.unsorted.length}
        </h2>
        {sorted.unsorted.length === 0 && (
          <p className={styles.none}>Every point is in a finding.</p>
        )}
        <Points parts={parts} families={sorted.unsorted} now={null} />
      </section>
      {sorted.findings.map((one, index) => {
        const { finding, families } = one;
        return (
          <section key={finding.id} aria-label={`Finding ${index + 1}: ${finding.name}`}>
            <FindingHead {...parts} sorted={one} place={index + 1} isDraggable={false} />
            {families.length === 0 && <p className={styles.none}>No points in it yet.</p>}
            <Points parts={parts} families={families} now={finding.id} />
          </section>
        );
      })}
      {maySort && <NewFinding onMake={(name) => make([], name)} />}
    </div>
  );
}

function Points({
  parts,
  families,
  now,
}: {
  readonly parts: FindingParts;
  readonly families: readonly PlacedFamily[];
  readonly now: FindingId | null;
}) {
  const { live, hand, sorted } = parts;
  const { sort, make, goOn, returnTo } = useSorting(parts);
  const all = spokenPoints(live.board.cards);
  return (
    <ul>
      {families.map((family, index) => {
        const { first, others, at } = family;
        const above = families[index - 1];
        return (
          <li key={at} className={styles.point}>
            <PointWords live={live} family={family} />
            <div className={styles.does}>
              <FindingChoice
                label={`Finding for: ${first.text}`}
                point={at}
                findings={sorted.findings}
                now={now}
                onChoose={(finding) => {
                  goOn(family);
                  sort([family], finding);
                }}
              />
              <Button
                size="small"
                aria-label={`New finding of: ${first.text}`}
                onClick={() => {
                  goOn(family);
                  make([family]);
                }}
              >
                New finding
              </Button>
              {now !== null && above && (
                <Button
                  size="small"
                  aria-label={`Up: ${first.text}`}
                  onClick={() => sort([family], now, above.at)}
                >
                  Up
                </Button>
              )}
              <SameAsChoice
                point={first}
                others={all.filter(({ id }) => !idsOf(family).includes(id))}
                onChoose={(same) => {
                  returnTo(family);
                  hand.give(
                    { is: 'join-point', point: first.id, same: same.id },
                    `Joined with Table ${same.card.number}.`,
                  );
                }}
              />
              {others.map(({ id, card }) => (
                <Button
                  key={id}
                  size="small"
                  onClick={() => {
                    returnTo(family);
                    hand.give({ is: 'part-point', point: id }, 'Parted again.');
                  }}
                >
                  Not the same as Table {card.number}
                </Button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
