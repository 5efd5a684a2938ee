import { Link } from 'wouter';
import { TableName } from '../../design/chip.tsx';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import { Boxes, whatItLacks } from './card-filling.tsx';
import { doingNow, type Need } from './table-needs.ts';
import type { Overview } from './table-overview.tsx';
import styles from './table-tiles.module.css';

/** What stands on a tile instead of what the table does, in two or three words. */
const short: Readonly<Record<Need['is'], string>> = {
  damaged: 'Cannot be read',
  refused: 'Text was not taken',
  unsaved: 'A device is away',
  nobody: 'Nobody here',
  nothing: 'Nothing written yet',
  quiet: '',
  headline: '',
  reporter: '',
};

/** The tables in as many columns as there is room for: one on a phone, four of fifteen on a laptop. */
export function TableTiles({ tables, activities, template, now, address }: Overview) {
  return (
    <ul className={classes(styles.tiles, tables.length > 24 && styles.dense)}>
      {tables.map(({ card, needs }) => {
        const [need] = needs;
        const doing = doingNow(card, activities.of.get(card.group), now);
        const words = (need && short[need.is]) || (need?.is === 'quiet' ? doing : '');
        return (
          <li key={card.group} className={classes(styles.tile, need && styles.needy)}>
            <Link href={address(card.group)} className={styles.link}>
              <TableName number={card.number} name={card.name} className={styles.name} />
              <span className={classes(styles.state, words !== '' && styles.pressing)}>
                {words || (whatItLacks(card, template) ?? doing)}
              </span>
            </Link>
            {need !== undefined && <Unseen>Needs you</Unseen>}
            <Boxes card={card} template={template} />
          </li>
        );
      })}
    </ul>
  );
}
