import type { ComponentProps } from 'react';
import { classes } from '../design/classes.ts';
import styles from './note-toolbar.module.css';

/**
 * One button of the note's row of tools.
 * @param name what a screen reader calls it, and what hovering shows
 * @param isOn for one that switches something on and off
 * @param wideOnly left out where the row is as narrow as a phone; the menu has it there
 */
export function ToolButton({
  name,
  keys,
  isOn,
  wideOnly = false,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & {
  readonly name: string;
  readonly keys?: string;
  readonly isOn?: boolean;
  readonly wideOnly?: boolean;
}) {
  return (
    <button
      type="button"
      className={classes(styles.tool, isOn && styles.on, wideOnly && styles.wideOnly, className)}
      aria-label={name}
      title={keys === undefined ? name : `${name} (${keys})`}
      {...(isOn !== undefined && { 'aria-pressed': isOn })}
      // The caret, and on a phone the keyboard, have to stay.
      onMouseDown={(pressed) => pressed.preventDefault()}
      {...rest}
    >
      {children}
    </button>
  );
}
