import {
  type CardTemplate,
  cardTemplates,
  equalTemplates,
  longestLabel,
  mostPointsAsked,
} from '@reportback/domain';
import { useId, useState } from 'react';
import { Field, SelectField } from '../../design/field.tsx';
import styles from './card-template-fields.module.css';

const own = 'own';

/** What the tables of a session fill in: one of the usual cards, or one's own labels. */
export function CardTemplateFields({
  template,
  onChange,
}: {
  readonly template: CardTemplate;
  readonly onChange: (template: CardTemplate) => void;
}) {
  const chosen = cardTemplates.find((each) => equalTemplates(each.template, template));
  const [isEditing, setIsEditing] = useState(false);
  const name = useId();
  const isOpen = isEditing || chosen === undefined;
  return (
    <div className={styles.fields}>
      <SelectField
        label="Report card"
        value={isOpen ? own : chosen.id}
        onChange={({ target: { value } }) => {
          setIsEditing(value === own);
          const found = cardTemplates.find(({ id }) => id === value);
          if (found !== undefined) onChange(found.template);
        }}
      >
        {cardTemplates.map(({ id, name: label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        <option value={own}>Own labels…</option>
      </SelectField>
      {isOpen ? (
        <fieldset className={styles.labels} aria-labelledby={name}>
          <legend id={name} className={styles.legend}>
            The card’s labels. What has none is not asked for.
          </legend>
          <Label
            label="Headline (on the screen)"
            field="headline"
            template={template}
            onChange={onChange}
            problem={
              template.headline.trim() === '' ? 'The screen shows it; call it something.' : null
            }
          />
          <Label label="Points" field="points" template={template} onChange={onChange} />
          <SelectField
            label="How many points"
            value={String(template.pointsAsked)}
            disabled={template.points === ''}
            onChange={({ target }) => onChange({ ...template, pointsAsked: Number(target.value) })}
          >
            <option value="0">As many as they like</option>
            {Array.from({ length: mostPointsAsked }, (_, index) => (
              <option key={index + 1} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </SelectField>
          <Label label="First further text" field="ask" template={template} onChange={onChange} />
          <Label
            label="Second further text"
            field="dissent"
            template={template}
            onChange={onChange}
          />
        </fieldset>
      ) : (
        <p className={styles.asks}>
          {inWords(template)}{' '}
          <button type="button" className={styles.edit} onClick={() => setIsEditing(true)}>
            Edit the labels
          </button>
        </p>
      )}
    </div>
  );
}

function Label({
  label,
  field,
  template,
  onChange,
  problem = null,
}: {
  readonly label: string;
  readonly field: 'headline' | 'points' | 'ask' | 'dissent';
  readonly template: CardTemplate;
  readonly onChange: (template: CardTemplate) => void;
  readonly problem?: string | null;
}) {
  return (
    <Field
      label={label}
      value={template[field]}
      maxLength={longestLabel}
      problem={problem}
      onChange={({ target }) => onChange({ ...template, [field]: target.value })}
    />
  );
}

/** “Headline, Key points (3), Ask, Dissent”. */
function inWords({ headline, points, pointsAsked, ask, dissent }: CardTemplate): string {
  const many = pointsAsked === 0 ? '' : ` (${pointsAsked})`;
  return [headline, points === '' ? '' : `${points}${many}`, ask, dissent]
    .filter((label) => label !== '')
    .join(', ');
}
