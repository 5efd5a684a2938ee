import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { Button } from '../../design/button.tsx';
import styles from './account.module.css';

/**
 * Who is signed in, with a way out; or the way in. Only on servers where organizers sign in.
 * @param onChange after signing out
 */
export function Account({
  account,
  onChange,
}: {
  readonly account: string | null;
  readonly onChange: () => void;
}) {
  if (account === null)
    return (
      // Another server's page comes next: no page of this app.
      <a className={styles.signIn} href={addresses.signIn('/')}>
        Sign in
      </a>
    );
  return (
    <p className={styles.account}>
      <span className={styles.email}>{account}</span>
      <Button size="small" kind="text" onClick={() => void api.signOut().then(onChange)}>
        Sign out
      </Button>
    </p>
  );
}
