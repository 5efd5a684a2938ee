import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';

interface Words {
  readonly label: ReactNode;
  /** A line under the field: what belongs there. */
  readonly hint?: ReactNode;
  /** What was wrong and what to do; the field is then marked invalid. */
  readonly problem?: string | null;
}

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

function Labelled({
  label,
  hint,
  problem,
  children,
}: Words & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [problem && problemId, hint && hintId].filter(Boolean).join(' ');
  return (
    <div className={styles.labelled}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <p className={styles.problem} id={problemId} role="alert">
          {problem}
        </p>
      )}
      {hint && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One line of text under its label. Its type is at least 16 px, so that phones do not zoom in. */
export function Field({
  label,
  hint,
  problem,
  className,
  ...rest
}: Words & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Labelled label={label} hint={hint} problem={problem ?? null}>
      {(ids) => <input className={classes(styles.field, className)} {...ids} {...rest} />}
    </Labelled>
  );
}

/** Several lines of text under their label. */
export function AreaField({
  label,
  hint,
  problem,
  className,
  ...rest
}: Words & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Labelled label={label} hint={hint} problem={problem ?? null}>
      {(ids) => <textarea className={classes(styles.area, className)} {...ids} {...rest} />}
    </Labelled>
  );
}

/** A choice among options under its label. */
export function SelectField({
  label,
  hint,
  problem,
  className,
  children,
  ...rest
}: Words & Omit<ComponentProps<'select'>, 'id'>) {
  return (
    <Labelled label={label} hint={hint} problem={problem ?? null}>
      {(ids) => (
        <select className={classes(styles.field, className)} {...ids} {...rest}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

/** A box to tick, its words beside it. */
export function TickField({
  label,
  ...rest
}: { readonly label: ReactNode } & Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
