import type { WorkshopView } from '@reportback/domain';
import styles from './standing.module.css';
import { unsavedIn } from './unsaved-sentences.ts';
import { useActivities } from './use-activities.ts';

/**
 * Text that a freeze would leave out because it has not come from some device, as it is by now; nothing where none is known of,
 * which is said to be unknown where it could not be asked.
 */
export function UnsavedWarning({ view }: { readonly view: WorkshopView }) {
  const asked = useActivities(view.workshop.id, view.sessions);
  const { sentences, unknown } = unsavedIn(asked, view.groups);
  return (
    <>
      {sentences.length > 0 && (
        <div className={styles.warning}>
          {/* Said once: the sentences below count minutes. */}
          <p role="alert">
            <b>Some text may still be on its way. The frozen record would be without it.</b>
          </p>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {unknown.length > 0 && (
        <p className={styles.warning} role="alert">
          <b>Whether text is still on its way could not be checked</b> for{' '}
          {new Intl.ListFormat('en').format(unknown.map((title) => `“${title}”`))}. It is asked
          again every few seconds.
        </p>
      )}
    </>
  );
}
