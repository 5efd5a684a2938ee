import type { AgendaView } from '@reportback/domain';
import { useId, useState } from 'react';
import { Field } from '../../design/field.tsx';
import { type Draft, mostTables, zoneOf } from './draft.ts';
import styles from './event-fields.module.css';
import { placeIn } from './place-in.ts';

const zones = Intl.supportedValuesOf('timeZone');

/** The workshop's title, place, time zone and number of tables: as the agenda has them until somebody types. */
export function EventFields({
  draft,
  view,
  sessions,
  onChange,
}: {
  readonly draft: Draft;
  /** Null where nothing was read: the agenda is written by hand. */
  readonly view: AgendaView | null;
  /** How many there are. */
  readonly sessions: number;
  readonly onChange: (changed: Partial<Draft>) => void;
}) {
  const list = useId();
  // What stands in the field while it is being typed may be no number yet.
  const [typed, setTyped] = useState(String(draft.tables));
  const zone = zoneOf(draft, view);
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isKnown = zone === '' || zones.includes(zone) || zone === view?.timeZone;
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <Field
          label="Title"
          value={draft.title ?? view?.agenda.title ?? ''}
          onChange={(changed) => onChange({ title: changed.target.value })}
          maxLength={200}
        />
      </div>
      <Field
        label="Place"
        value={draft.place ?? placeIn(draft.agenda)}
        onChange={(changed) => onChange({ place: changed.target.value })}
        maxLength={200}
      />
      <Field
        label="Time zone"
        list={list}
        value={zone}
        onChange={(changed) => onChange({ timeZone: changed.target.value.trim() })}
        problem={isKnown ? null : `“${zone}” is no time zone. Choose one such as ${here}.`}
        hint={
          zone === '' ? (
            <>
              {whyNoZone(view)}{' '}
              <button
                type="button"
                className={styles.here}
                onClick={() => onChange({ timeZone: here })}
              >
                Take {here}, as on this device
              </button>
            </>
          ) : undefined
        }
        autoComplete="off"
        spellCheck={false}
      />
      <Field
        label="Tables"
        inputMode="numeric"
        value={typed}
        problem={isCount(typed) ? null : `A number from 1 to ${mostTables}.`}
        hint={sessions === 1 ? 'One session' : `${sessions} sessions`}
        onChange={({ target: { value } }) => {
          setTyped(value);
          if (isCount(value)) onChange({ tables: Number(value) });
        }}
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

function whyNoZone(view: AgendaView | null): string {
  const named = view?.agenda.timeZone;
  return named === undefined ? 'The agenda names none.' : `“${named}” can mean several.`;
}

function isCount(typed: string): boolean {
  const count = Number(typed);
  return Number.isInteger(count) && count >= 1 && count <= mostTables;
}
