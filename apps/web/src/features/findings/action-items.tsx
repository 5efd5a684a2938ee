import { type ActionItem, parseActionId } from '@reportback/domain';
import { useRef, useState } from 'react';
import { dayInWords } from '../../app/local-time.ts';
import { freshId } from '../../app/new-ids.ts';
import type { PlenaryDesk } from '../../app/use-desk.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import styles from './action-items.module.css';

const empty = { text: '', owner: '', due: '' };

/** What somebody will do after the workshop: what, who, until when. */
export function ActionItems({
  hand,
  mayChange,
}: {
  readonly hand: PlenaryDesk;
  readonly mayChange: boolean;
}) {
  const { plenary, give } = hand;
  const [typed, setTyped] = useState<Omit<ActionItem, 'id'>>(empty);
  const what = useRef<HTMLInputElement>(null);
  const [edited, setEdited] = useState<ActionItem['id'] | null>(null);
  if (plenary.actions.length === 0 && !mayChange) return null;
  const change = (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed });
  const start = (item: ActionItem | null) => {
    setTyped(item ?? empty);
    setEdited(item?.id ?? null);
    if (item !== null) what.current?.focus();
  };
  return (
    <section aria-labelledby="actions-title">
      <h2 id="actions-title" className={styles.title}>
        Action items
      </h2>
      {plenary.actions.length === 0 && <p className={styles.none}>None yet.</p>}
      <ul>
        {plenary.actions.map((action) => (
          <li key={action.id} className={styles.item}>
            <p className={styles.text}>{action.text}</p>
            <p className={styles.who}>
              {action.owner === '' && action.due === '' && 'Nobody named, no date yet'}
              {[action.owner, action.due === '' ? '' : `until ${dayInWords(action.due)}`]
                .filter((words) => words !== '')
                .join(', ')}
            </p>
            {mayChange && (
              <div className={styles.does}>
                <Button
                  size="small"
                  aria-label={`Change: ${action.text}`}
                  onClick={() => start(action)}
                >
                  Change
                </Button>
                <Button
                  size="small"
                  aria-label={`Remove: ${action.text}`}
                  onClick={() =>
                    give(
                      { is: 'remove-action', action: action.id },
                      'Removed. Undo brings it back.',
                    )
                  }
                >
                  Remove
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form
          className={styles.form}
          onSubmit={(submitted) => {
            submitted.preventDefault();
            const id = edited ?? parseActionId(freshId());
            give({ is: 'put-action', action: { id, ...typed, text: typed.text.trim() } }, 'Kept.');
            start(null);
          }}
        >
          <Field
            label="What will be done"
            ref={what}
            required
            maxLength={500}
            value={typed.text}
            onChange={({ target }) => change({ text: target.value })}
          />
          <Field
            label="By whom"
            maxLength={120}
            value={typed.owner}
            onChange={({ target }) => change({ owner: target.value })}
          />
          <Field
            label="Until"
            type="date"
            value={typed.due}
            onChange={({ target }) => change({ due: target.value })}
          />
          <div className={styles.buttons}>
            <Button type="submit" disabled={typed.text.trim() === ''}>
              {edited === null ? 'Add' : 'Keep'}
            </Button>
            {edited !== null && <Button onClick={() => start(null)}>Cancel</Button>}
          </div>
        </form>
      )}
    </section>
  );
}
