import type { FindingId } from '@reportback/domain';
import { type SpokenPoint, spokenPoints } from '../../app/spoken-points.ts';
import { hasVoice } from '../../app/use-voices.ts';
import { Button } from '../../design/button.tsx';
import styles from './chosen-bar.module.css';
import { FindingChoice } from './finding-choice.tsx';
import type { FindingParts } from './finding-parts.ts';
import { SameAsChoice } from './same-as-choice.tsx';
import { idsOf, type PlacedFamily } from './sorting.ts';

/** What can be done with the chosen points; while none is chosen, the keys that sort. */
export function ChosenBar({
  parts: { live, sorted },
  chosen,
  onSort,
  onMake,
  onJoin,
  onPart,
  onClear,
}: {
  readonly parts: FindingParts;
  readonly chosen: readonly PlacedFamily[];
  readonly onSort: (finding: FindingId | null) => void;
  readonly onMake: () => void;
  /** Joins the one chosen point to another one. */
  readonly onJoin: (family: PlacedFamily, same: SpokenPoint) => void;
  readonly onPart: (family: PlacedFamily) => void;
  readonly onClear: () => void;
}) {
  const [only, ...more] = chosen;
  const mayVote = live.board.plenary.plenary.vote.is === 'open' && hasVoice(live.view);
  const own = only && more.length === 0 ? only : null;
  return (
    <div className={styles.bar}>
      {chosen.length === 0 ? (
        <p className={styles.keys} id="sorting-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> choose a point <kbd>1</kbd>…<kbd>9</kbd> put it into a finding{' '}
          <kbd>0</kbd> take it out <kbd>N</kbd> new finding <kbd>=</kbd> same as another{' '}
          {mayVote && (
            <>
              <kbd>V</kbd> vote for its finding{' '}
            </>
          )}
          <kbd>Z</kbd> undo. Or drag.
        </p>
      ) : (
        <div className={styles.does} role="toolbar" aria-label="With the chosen points">
          <span id="sorting-keys">
            {chosen.length} {chosen.length === 1 ? 'point' : 'points'} chosen
          </span>
          <FindingChoice
            label="Put the chosen points into"
            findings={sorted.findings}
            now={undefined}
            onChoose={onSort}
          />
          <Button size="small" onClick={onMake}>
            New finding of {chosen.length === 1 ? 'it' : 'them'}
          </Button>
          {own && (
            <SameAsChoice
              point={own.first}
              others={spokenPoints(live.board.cards).filter(({ id }) => !idsOf(own).includes(id))}
              onChoose={(same) => onJoin(own, same)}
            />
          )}
          {own && own.others.length > 0 && (
            <Button size="small" onClick={() => onPart(own)}>
              Not the same
            </Button>
          )}
          <Button size="small" kind="text" onClick={onClear}>
            Choose none
          </Button>
        </div>
      )}
    </div>
  );
}
