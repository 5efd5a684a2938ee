import { usualTemplate } from '@reportback/domain';
import { AreaField } from '../../design/field.tsx';
import { CardTemplateFields } from '../card-template/card-template-fields.tsx';
import type { Draft } from './draft.ts';
import type { Row } from './rows.ts';
import styles from './sessions-step.module.css';

/** The question that each session puts to its tables, and what their cards ask for. */
export function SessionsStep({
  draft,
  sessions,
  onChange,
}: {
  readonly draft: Draft;
  readonly sessions: readonly Row[];
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  return (
    <div className={styles.step}>
      <p className={styles.lead}>
        What shall each session answer? The question stands above every table’s note. It can stay
        empty, and everything here can change later.
      </p>
      {sessions.map(({ key, start, title }, index) => (
        <section key={key} className={styles.session} aria-labelledby={`session-${key}`}>
          <h2 className={styles.title} id={`session-${key}`}>
            <span className={styles.time}>{start}</span> Session {index + 1}: {title}
          </h2>
          <AreaField
            label="Prompt"
            className={styles.prompt}
            rows={2}
            maxLength={2000}
            value={draft.prompts[key] ?? ''}
            placeholder="What gets in the way when …?"
            onChange={(changed) =>
              onChange({ prompts: { ...draft.prompts, [key]: changed.target.value } })
            }
          />
          <CardTemplateFields
            template={draft.cardTemplates[key] ?? usualTemplate}
            onChange={(template) =>
              onChange({ cardTemplates: { ...draft.cardTemplates, [key]: template } })
            }
          />
        </section>
      ))}
    </div>
  );
}
