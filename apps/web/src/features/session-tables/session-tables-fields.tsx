import { type Group, type SessionTables, sitsIn } from '@reportback/domain';
import { Button } from '../../design/button.tsx';
import { Field, TickField } from '../../design/field.tsx';
import styles from './session-tables-fields.module.css';

/** More tables than these are ticked, or not, all at once as well. */
const many = 8;

/** A table of the workshop, or of one in the making. */
export type TableOfWorkshop = Pick<Group, 'id' | 'number' | 'name'>;

/**
 * The tables of one session: which of the workshop's sit in it, and what they are called there.
 * @param label what stands before them in one line
 */
export function SessionTablesFields({
  label = 'Tables',
  groups,
  tables,
  onChange,
}: {
  readonly label?: string;
  readonly groups: readonly TableOfWorkshop[];
  readonly tables: SessionTables;
  readonly onChange: (tables: SessionTables) => void;
}) {
  const { out, names } = tables;
  const change = (group: TableOfWorkshop, sits: boolean, name: string) =>
    onChange({
      out: groups.map(({ id }) => id).filter((id) => (id === group.id ? !sits : out.includes(id))),
      names: Object.fromEntries(
        groups.flatMap(({ id }) => {
          const its = id === group.id ? name : (names[id] ?? '');
          return its === '' ? [] : [[id, its] as const];
        }),
      ),
    });
  return (
    <details>
      <summary className={styles.summary}>
        {label}: {tablesInWords(groups, tables)}
      </summary>
      {groups.length > many && (
        <div className={styles.all}>
          <Button size="small" onClick={() => onChange({ out: [], names })}>
            Tick all
          </Button>
          <Button size="small" onClick={() => onChange({ out: groups.map(({ id }) => id), names })}>
            Tick none
          </Button>
        </div>
      )}
      <ul className={styles.tables}>
        {groups.map((group) => {
          const sits = sitsIn(group.id, { tables });
          const name = names[group.id] ?? '';
          return (
            <li key={group.id} className={styles.table}>
              <TickField
                label={`Table ${group.number} sits in this session`}
                checked={sits}
                onChange={({ target }) => change(group, target.checked, name)}
              />
              <Field
                label={`Name of table ${group.number} in this session`}
                placeholder={group.name || 'No name of its own'}
                value={name}
                maxLength={60}
                disabled={!sits}
                onChange={({ target }) => change(group, sits, target.value)}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** “all 12”, “10 of 12, without tables 4 and 5”, or “2 of 12”; and how many go by another name. */
export function tablesInWords(groups: readonly TableOfWorkshop[], tables: SessionTables): string {
  const out = groups.filter(({ id }) => !sitsIn(id, { tables })).map(({ number }) => number);
  const renamed = Object.keys(tables.names).length;
  const without = `without ${out.length === 1 ? 'table' : 'tables'} ${new Intl.ListFormat('en').format(out.map(String))}`;
  const sitting =
    out.length === 0
      ? `all ${groups.length}`
      : `${groups.length - out.length} of ${groups.length}${out.length > many ? '' : `, ${without}`}`;
  return renamed === 0 ? sitting : `${sitting}; ${renamed} with another name here`;
}
