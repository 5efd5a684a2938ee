import styles from './chip.module.css';
import { classes } from './classes.ts';
import { Unseen } from './unseen.tsx';

/** Which of the eight colours a table wears, and how: 9 to 16 as a frame, then it begins again. */
export function chipLook(number: number): { readonly colour: number; readonly framed: boolean } {
  const place = (number - 1) % 16;
  return { colour: (place % 8) + 1, framed: place >= 8 };
}

/**
 * A table's number in the table's colour; the number says it, the colour helps. Its size follows the
 * font size of where it stands.
 * @param spoken false where the words beside it already say the number
 */
export function Chip({
  number,
  spoken = true,
  className,
}: {
  readonly number: number;
  readonly spoken?: boolean;
  readonly className?: string | undefined;
}) {
  const { colour, framed } = chipLook(number);
  return (
    <span
      className={classes(
        styles.chip,
        styles[`colour${colour}`],
        framed && styles.framed,
        className,
      )}
      aria-hidden={!spoken}
    >
      {spoken && <Unseen>Table </Unseen>}
      {number}
    </span>
  );
}

/** A table's chip with its name, or with “Table 4” where it has none of its own. */
export function TableName({
  number,
  name,
  className,
}: {
  readonly number: number;
  readonly name: string;
  readonly className?: string | undefined;
}) {
  return (
    <span className={classes(styles.tableName, className)}>
      <Chip number={number} spoken={name !== ''} />
      <span className={styles.name}>{name === '' ? `Table ${number}` : name}</span>
    </span>
  );
}
