import { Link, useLocation } from 'wouter';
import { Button } from '../../design/button.tsx';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Menu, MenuItem } from '../../design/menu.tsx';
import { Unseen } from '../../design/unseen.tsx';
import { Disc } from './card-filling.tsx';
import { SavedState } from './saved-state.tsx';
import { doingNow, type Need } from './table-needs.ts';
import type { Overview } from './table-overview.tsx';
import styles from './table-rows.module.css';

/** Needs that what the table does now is the sign of. */
const pressingNow: readonly Need['is'][] = ['damaged', 'quiet', 'nothing'];

/** The tables in rows, for a wide screen and up to sixteen of them. */
export function TableRows({
  tables,
  activities,
  template,
  now,
  address,
  history,
  onTell,
}: Overview) {
  const hasPoints = template.points !== '';
  const hasAsk = template.ask !== '';
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col">Here</th>
          <th scope="col">Now</th>
          <th scope="col" className={styles.centre}>
            {template.headline}
          </th>
          {hasPoints && (
            <th scope="col" className={styles.centre}>
              {template.points === 'Key points' ? 'Points' : template.points}
            </th>
          )}
          {hasAsk && (
            <th scope="col" className={styles.centre}>
              {template.ask}
            </th>
          )}
          <th scope="col">Reporter</th>
          <th scope="col">Saved</th>
          <th scope="col">
            <Unseen>More</Unseen>
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ card, needs }) => {
          const activity = activities.of.get(card.group);
          const isPressing = needs.some(({ is }) => pressingNow.includes(is));
          return (
            <tr key={card.group}>
              <th scope="row" className={styles.name}>
                <Link href={address(card.group)} className={styles.link}>
                  <TableName number={card.number} name={card.name} />
                </Link>
              </th>
              <td title={activity?.here.join(', ')}>{card.people}</td>
              <td
                className={classes(
                  styles.now,
                  (card.state === 'ready' || card.signedOff === 'yes') && styles.ready,
                  isPressing && styles.pressing,
                )}
              >
                {doingNow(card, activity, now)}
              </td>
              <td className={styles.centre}>
                <Disc isThere={card.headline !== ''} />
              </td>
              {hasPoints && (
                <td className={styles.centre}>
                  {card.points.length === 0 ? <Disc isThere={false} /> : card.points.length}
                </td>
              )}
              {hasAsk && (
                <td className={styles.centre}>
                  <Disc isThere={card.ask !== ''} />
                </td>
              )}
              <td>{card.reporter ?? <span className={styles.missing}>none yet</span>}</td>
              <td>
                <SavedState activity={activity} />
              </td>
              <td className={styles.more}>
                <RowMenu
                  number={card.number}
                  history={history(card.group)}
                  onTell={() => onTell(card.group)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What is rarer than a look at the table. */
function RowMenu({
  number,
  history,
  onTell,
}: {
  readonly number: number;
  readonly history: string;
  readonly onTell: () => void;
}) {
  const [, navigate] = useLocation();
  return (
    <Menu
      trigger={
        <Button kind="text" size="small">
          <span aria-hidden="true">···</span>
          <Unseen>More about Table {number}</Unseen>
        </Button>
      }
    >
      <MenuItem onChoose={onTell}>Write to this table</MenuItem>
      <MenuItem onChoose={() => navigate(history)}>Versions of its text</MenuItem>
    </Menu>
  );
}
