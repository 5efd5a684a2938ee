import {
  type RosterColumn,
  type RosterPreview,
  type RosterRequest,
  rosterColumns,
} from '@reportback/domain';
import { TickField } from '../../design/field.tsx';
import styles from './roster-table.module.css';

/** What somebody corrects in what was understood. */
export type Corrected = Required<Omit<RosterRequest, 'roster'>>;

const columnNames: Readonly<Record<RosterColumn, string>> = {
  name: 'Name',
  first: 'First name',
  last: 'Last name',
  affiliation: 'Affiliation',
  table: 'Table',
  none: 'Leave it out',
};

/** What a roster was understood as: each column with what it holds, to correct, over its first rows. */
export function RosterTable({
  preview: { columns, headings, sample, added, known, problems },
  onChange,
}: {
  readonly preview: RosterPreview;
  readonly onChange: (corrected: Corrected) => void;
}) {
  const hasHeadings = headings !== null;
  return (
    <section aria-label="What was understood" className={styles.understood}>
      <p role="status">
        {added === 1 ? '1 person' : `${added} people`} to add, {known} there already.
      </p>
      <TickField
        label="The first line names the columns"
        checked={hasHeadings}
        onChange={({ target }) => onChange({ columns, hasHeadings: target.checked })}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                // Columns have no identity but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={index} scope="col">
                  <select
                    className={styles.choice}
                    aria-label={`What column ${index + 1} holds`}
                    value={column}
                    onChange={({ target }) => {
                      const chosen = rosterColumns.find((each) => each === target.value);
                      if (chosen !== undefined)
                        onChange({ columns: withColumn(columns, index, chosen), hasHeadings });
                    }}
                  >
                    {rosterColumns.map((each) => (
                      <option key={each} value={each}>
                        {columnNames[each]}
                      </option>
                    ))}
                  </select>
                  <span className={styles.heading}>{headings?.[index]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={row}>
                {columns.map((column, index) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={index} className={column === 'none' ? styles.out : undefined}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** With another column for a place; what held that before holds nothing then, as only one can. */
function withColumn(
  columns: readonly RosterColumn[],
  at: number,
  chosen: RosterColumn,
): readonly RosterColumn[] {
  return columns.map((each, index) =>
    index === at ? chosen : each === chosen && chosen !== 'none' ? 'none' : each,
  );
}
