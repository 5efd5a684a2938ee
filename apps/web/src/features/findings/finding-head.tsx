import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Menu, MenuItem } from '../../design/menu.tsx';
import styles from './finding-head.module.css';
import type { FindingParts } from './finding-parts.ts';
import { FindingPlace } from './finding-place.tsx';
import { FindingVotes } from './finding-votes.tsx';
import { beforeAfterMove, type SortedFinding, tablesOf } from './sorting.ts';

/**
 * A finding's number, name, sentence, tables and votes, and what can be done to it as a whole.
 * @param isDraggable whether it is dragged by its number
 */
export function FindingHead({
  live,
  hand,
  maySort,
  sorted: { finding, families },
  place,
  isDraggable,
}: Omit<FindingParts, 'sorted'> & {
  readonly sorted: SortedFinding;
  readonly place: number;
  readonly isDraggable: boolean;
}) {
  const { plenary, give } = hand;
  const { id } = finding;
  return (
    <div className={styles.head}>
      <FindingPlace {...{ hand, maySort, finding, place, isDraggable }} />
      <div className={styles.words}>
        {maySort ? (
          <>
            <Text
              label={`Name of finding ${place}`}
              text={finding.name}
              className={styles.name}
              longest={120}
              onChange={(name) => give({ is: 'name-finding', finding: id, name })}
            />
            <Text
              label={`Sentence of finding ${place} for the report`}
              text={finding.statement}
              placeholder="A sentence for the report"
              className={styles.statement}
              longest={2000}
              onChange={(statement) => give({ is: 'state-finding', finding: id, statement })}
            />
          </>
        ) : (
          <>
            <h3 className={styles.name}>{finding.name}</h3>
            {finding.statement !== '' && <p className={styles.statement}>{finding.statement}</p>}
          </>
        )}
      </div>
      <div className={styles.votes}>
        <FindingVotes
          live={live}
          finding={id}
          name={finding.name}
          tables={tablesOf({ families }).length}
        />
      </div>
      {maySort && (
        <Menu
          trigger={
            <Button size="small" aria-label={`Finding ${place}: more`}>
              More
            </Button>
          }
        >
          {([-1, 1] as const).map((by) => {
            const before = beforeAfterMove(plenary.findings, id, by);
            return (
              <MenuItem
                key={by}
                disabled={before === undefined || plenary.vote.is === 'open'}
                onChoose={() => {
                  if (before === undefined) return;
                  give({ is: 'place-finding', finding: id, before }, `Now finding ${place + by}.`);
                }}
              >
                {by === -1 ? 'Move up' : 'Move down'}
              </MenuItem>
            );
          })}
          {plenary.findings.map((other, index) =>
            other.id === id ? null : (
              <MenuItem
                key={other.id}
                onChoose={() =>
                  give(
                    { is: 'merge-findings', from: id, into: other.id },
                    'Merged. Undo parts them.',
                  )
                }
              >
                Merge into {index + 1}: {other.name}
              </MenuItem>
            ),
          )}
          <MenuItem
            onChoose={() =>
              give({ is: 'remove-finding', finding: id }, 'Removed; its points are unsorted again.')
            }
          >
            Remove, and keep its points
          </MenuItem>
        </Menu>
      )}
    </div>
  );
}

/** A text that is changed in its place: Enter or leaving it keeps it, Escape gives the former one back. */
function Text({
  label,
  text,
  placeholder,
  className,
  longest,
  onChange,
}: {
  readonly label: string;
  readonly text: string;
  readonly placeholder?: string;
  readonly className: string | undefined;
  readonly longest: number;
  readonly onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const words = typed?.trim().replaceAll(/\s+/g, ' ') ?? text;
    setTyped(null);
    if (words !== text) onChange(words);
  };
  return (
    <textarea
      className={className}
      aria-label={label}
      rows={1}
      maxLength={longest}
      placeholder={placeholder}
      value={typed ?? text}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={(pressed) => {
        if (pressed.key === 'Enter') {
          pressed.preventDefault();
          pressed.currentTarget.blur();
        } else if (pressed.key === 'Escape') {
          setTyped(null);
        }
      }}
    />
  );
}
