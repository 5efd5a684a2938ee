import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { typedCode } from '../../app/join-code.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import styles from './code-form.module.css';

/** The typed way in: a workshop's short code. Whether a workshop has it is for the next page to find out. */
export function CodeForm() {
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function submit(submitted: FormEvent) {
    submitted.preventDefault();
    const code = typedCode(typed);
    if (code !== null) navigate(addresses.code(code));
    else
      setProblem(
        typed.trim() === ''
          ? 'Type the code first. It has six letters and digits.'
          : `A code has six letters and digits, such as K7M 4QX; this has ${typed.replaceAll(/\s/g, '').length}.`,
      );
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label="Code"
        className={styles.code}
        value={typed}
        onChange={(change) => {
          setTyped(change.target.value);
          setProblem(null);
        }}
        problem={problem}
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
      />
      <Button kind="primary" size="large" type="submit" wide>
        Go in
      </Button>
    </form>
  );
}
