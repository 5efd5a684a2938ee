import { AreaField } from '../../design/field.tsx';
import type { Draft } from './draft.ts';
import styles from './prompts-step.module.css';
import type { Reading } from './use-reading.ts';

/** The question that each session puts to its tables; it stands above their note. */
export function PromptsStep({
  draft,
  reading,
  onChange,
}: {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  return (
    <div className={styles.step}>
      <p className={styles.lead}>
        What shall each session answer? The question stands above every table’s note. It can stay
        empty.
      </p>
      {reading.view?.breakouts.map((item, index) => (
        <section key={item.line} className={styles.session}>
          <h2 className={styles.title}>
            <span className={styles.time}>{item.start}</span> Session {index + 1}: {item.title}
          </h2>
          <AreaField
            label="Prompt"
            className={styles.prompt}
            rows={2}
            maxLength={2000}
            value={draft.prompts[item.line] ?? ''}
            placeholder="What gets in the way when …?"
            onChange={(changed) =>
              onChange({ prompts: { ...draft.prompts, [item.line]: changed.target.value } })
            }
          />
        </section>
      ))}
    </div>
  );
}
