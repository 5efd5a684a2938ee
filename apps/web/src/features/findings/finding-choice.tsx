import type { FindingId, PointId } from '@reportback/domain';
import styles from './same-as-choice.module.css';
import type { SortedFinding } from './sorting.ts';

const unsorted = 'unsorted';

/**
 * Chooses the finding for a point.
 * @param now the one it is in; null while it is unsorted; undefined where several points are meant
 */
export function FindingChoice({
  label,
  point,
  findings,
  now,
  onChoose,
}: {
  readonly label: string;
  /** The one that is sorted by it, where it stands beside it. */
  readonly point?: PointId;
  readonly findings: readonly SortedFinding[];
  readonly now: FindingId | null | undefined;
  readonly onChoose: (finding: FindingId | null) => void;
}) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      data-point={point}
      value={now === undefined ? '' : (now ?? unsorted)}
      onChange={({ target: { value } }) =>
        onChoose(findings.find(({ finding }) => finding.id === value)?.finding.id ?? null)
      }
    >
      {now === undefined && <option value="">Put into…</option>}
      <option value={unsorted}>Unsorted</option>
      {findings.map(({ finding }, index) => (
        <option key={finding.id} value={finding.id}>
          {index + 1}: {finding.name}
        </option>
      ))}
    </select>
  );
}
