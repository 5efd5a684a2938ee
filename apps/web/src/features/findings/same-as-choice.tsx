import type { SpokenPoint } from '../../app/spoken-points.ts';
import styles from './same-as-choice.module.css';

/** Chooses the point of another table that says the same; a plain list, which every device and reader knows. */
export function SameAsChoice({
  point,
  others,
  onChoose,
}: {
  readonly point: SpokenPoint;
  readonly others: readonly SpokenPoint[];
  readonly onChoose: (same: SpokenPoint) => void;
}) {
  if (others.length === 0) return null;
  return (
    <select
      className={styles.choice}
      data-same-as=""
      aria-label={`Same as, for: ${point.text}`}
      value=""
      onChange={({ target: { value } }) => {
        const chosen = others.find(({ id }) => id === value);
        if (chosen) onChoose(chosen);
      }}
    >
      <option value="">Same as…</option>
      {others.map(({ id, text, card }) => (
        <option key={id} value={id}>
          Table {card.number}: {text}
        </option>
      ))}
    </select>
  );
}
