import { parseCommandId, type VersionEntry } from '@reportback/domain';
import { useState } from 'react';
import { addresses } from '../../app/addresses.ts';
import { freshId } from '../../app/new-ids.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { historyCalls } from './history-calls.ts';
import styles from './restore-version.module.css';
import type { TableHistory } from './versions.tsx';

type State =
  | { readonly is: 'resting' | 'asking' | 'waiting' }
  | { readonly is: 'done'; readonly changed: boolean }
  | { readonly is: 'refused'; readonly problem: string };

/** Brings a version back, once that was confirmed; or says why that cannot be done here. */
export function RestoreVersion({
  table: { place, name, back, access },
  version,
  time,
  onRestored,
}: {
  readonly table: TableHistory;
  readonly version: VersionEntry;
  /** When it was kept, as the workshop's clock had it. */
  readonly time: string;
  readonly onRestored: () => void;
}) {
  const [state, setState] = useState<State>({ is: 'resting' });
  // The same id however often it is tried, so that an answer that was lost does not make it twice.
  const [id, setId] = useState(() => parseCommandId(freshId()));

  async function restore() {
    setState({ is: 'waiting' });
    const answer = await historyCalls.restore(place, version.id, { id });
    if (answer.is === 'answer') {
      setState({ is: 'done', changed: answer.value.changed });
      setId(parseCommandId(freshId()));
      onRestored();
    } else
      setState({
        is: 'refused',
        problem:
          answer.is === 'refused'
            ? answer.problem
            : 'The server did not answer. Try again; it is done once only.',
      });
  }

  if (access.is === 'read')
    return access.because === 'frozen' ? (
      <p className={styles.why}>The session is frozen, so nothing can be brought back now.</p>
    ) : (
      <div className={styles.bar}>
        <p className={styles.why}>What is brought back carries a name.</p>
        <ButtonLink size="small" href={addresses.join(place.workshop)}>
          Say your name
        </ButtonLink>
      </div>
    );
  return (
    <div className={styles.bar}>
      <Button
        disabled={state.is === 'waiting'}
        onClick={() => setState({ is: 'asking' })}
        kind={state.is === 'done' ? 'plain' : 'primary'}
      >
        {state.is === 'waiting' ? 'Bringing it back…' : 'Bring this back'}
      </Button>
      <output className={styles.said}>
        {state.is === 'done' && (
          <>
            {state.changed
              ? `${name} says again what it said at ${time}. What it said before is a version now.`
              : `${name} says just that already.`}{' '}
          </>
        )}
        {state.is === 'refused' && state.problem}
      </output>
      {state.is === 'done' && (
        <ButtonLink kind="primary" href={back}>
          Go to {name}
        </ButtonLink>
      )}
      {state.is === 'asking' && (
        <Dialog
          title={`Bring back what ${name} said at ${time}?`}
          onClose={() => setState({ is: 'resting' })}
          actions={
            <>
              <Button onClick={() => setState({ is: 'resting' })}>Leave it as it is</Button>
              <Button kind="primary" onClick={() => void restore()}>
                Bring it back
              </Button>
            </>
          }
        >
          <p>
            Its text then takes the place of the text there now, for everybody at once. What is
            there now becomes a version of its own, so that it can be brought back too. The people
            there are told who did it.
          </p>
        </Dialog>
      )}
    </div>
  );
}
