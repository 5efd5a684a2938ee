import type { BoardCard, CardTemplate } from '@reportback/domain';
import { classes } from '../../design/classes.ts';
import { Unseen } from '../../design/unseen.tsx';
import styles from './card-filling.module.css';

/** What a card is asked for, in the order of the card, and whether it is there. */
export function filling(
  card: BoardCard,
  template: CardTemplate,
): readonly { readonly part: string; readonly isThere: boolean }[] {
  return [
    { part: 'headline', isThere: card.headline !== '' },
    ...(template.points === '' ? [] : [{ part: 'points', isThere: card.points.length > 0 }]),
    ...(template.ask === '' ? [] : [{ part: 'ask', isThere: card.ask !== '' }]),
    { part: 'reporter', isThere: card.reporter !== null },
  ];
}

/** A full disc for what is there, a hollow ring for what is missing. */
export function Disc({ isThere }: { readonly isThere: boolean }) {
  return (
    <span className={classes(styles.disc, isThere && styles.full)}>
      <Unseen>{isThere ? 'yes' : 'missing'}</Unseen>
    </span>
  );
}

/** How full a card is, a box for each part. */
export function Boxes({
  card,
  template,
}: {
  readonly card: BoardCard;
  readonly template: CardTemplate;
}) {
  const parts = filling(card, template);
  const missing = parts.filter((each) => !each.isThere).map((each) => each.part);
  return (
    <span className={styles.boxes}>
      {parts.map(({ part, isThere }) => (
        <span
          key={part}
          className={classes(styles.box, isThere && styles.full)}
          aria-hidden="true"
        />
      ))}
      <Unseen>
        {missing.length === 0
          ? 'The card is complete'
          : `Missing on the card: ${missing.join(', ')}`}
      </Unseen>
    </span>
  );
}

/** What a table that is not ready lacks most, for where there is no room for columns. */
export function whatItLacks(card: BoardCard, template: CardTemplate): string | null {
  const missing = filling(card, template)
    .filter(({ part, isThere }) => !isThere && part !== 'ask')
    .map(({ part }) => `no ${part}`);
  if (card.state !== 'writing' || missing.length === 0) return null;
  const words = missing.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
