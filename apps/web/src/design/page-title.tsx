import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './page-title.module.css';

/** Set once the first page has shown its title: the browser itself announces that one. */
let navigated = false;

/**
 * A page's heading. After going to another page inside the app it takes the focus, as the top of a
 * new document would, so that keyboards and screen readers begin there.
 */
export function PageTitle({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (navigated) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    navigated = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={classes(styles.title, className)}>
      {children}
    </h1>
  );
}
