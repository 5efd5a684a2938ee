import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface Look {
  /**
   * primary: the one thing to do here, in ink, because blue means now, linked or focused.
   * plain: words with an edge. text: words alone. danger: cannot be undone.
   */
  readonly kind?: 'primary' | 'plain' | 'text' | 'danger';
  /** large: the main action of a phone, at the thumb. */
  readonly size?: 'small' | 'medium' | 'large';
  /** Takes the width it is given. */
  readonly wide?: boolean;
}

function look({ kind, size, wide }: Required<Look>, more?: string): string {
  return classes(styles.button, styles[kind], styles[size], wide && styles.wide, more);
}

/** A button; `type` is `button` unless said otherwise, so that none submits a form by surprise. */
export function Button({
  kind = 'plain',
  size = 'medium',
  wide = false,
  className,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button type={type} className={look({ kind, size, wide }, className)} {...rest} />;
}

/** A link to another page of the app that looks like a button. */
export function ButtonLink({
  kind = 'plain',
  size = 'medium',
  wide = false,
  href,
  children,
}: Look & { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <Link href={href} className={look({ kind, size, wide })}>
      {children}
    </Link>
  );
}
