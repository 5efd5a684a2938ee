import type { AgendaView } from '@reportback/domain';
import { useId } from 'react';
import { Field } from '../../design/field.tsx';
import type { Draft } from './draft.ts';
import styles from './event-fields.module.css';

const zones = Intl.supportedValuesOf('timeZone');

/** The workshop's title, place and time zone: as the agenda has them until somebody types. */
export function EventFields({
  draft,
  view,
  onChange,
}: {
  readonly draft: Draft;
  readonly view: AgendaView;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const list = useId();
  const zone = draft.timeZone ?? view.timeZone ?? '';
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isKnown = zone === '' || zones.includes(zone) || zone === view.timeZone;
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <Field
          label="Title"
          value={draft.title ?? view.agenda.title ?? ''}
          onChange={(changed) => onChange({ title: changed.target.value })}
          maxLength={200}
        />
      </div>
      <Field
        label="Place"
        value={draft.place}
        onChange={(changed) => onChange({ place: changed.target.value })}
        maxLength={200}
      />
      <Field
        label="Time zone"
        list={list}
        value={zone}
        onChange={(changed) => onChange({ timeZone: changed.target.value.trim() })}
        problem={isKnown ? null : `“${zone}” is no time zone. Choose one such as ${here}.`}
        hint={zone === '' ? `${whyNoZone(view)} This device is in ${here}.` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function whyNoZone({ agenda }: AgendaView): string {
  return agenda.timeZone === undefined
    ? 'The agenda names none.'
    : `“${agenda.timeZone}” can mean several.`;
}
