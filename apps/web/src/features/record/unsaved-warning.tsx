import { groupLabel, type WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { type Answer, answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { unsavedText } from '../../app/unsaved-text.ts';
import styles from './standing.module.css';

/**
 * Text that a freeze would leave out because it has not come from some device; nothing where none is known of, which is
 * said to be unknown where it could not be asked.
 */
export function UnsavedWarning({ view }: { readonly view: WorkshopView }) {
  const [resource] = useState(() => new Resource(() => unsavedIn(view)));
  const found = useReadable(resource);
  if (found.is === 'loading' || (found.is === 'answer' && found.value.length === 0)) return null;
  if (found.is !== 'answer')
    return (
      <p className={styles.warning} role="alert">
        <b>Whether text is still on its way could not be checked.</b> {answerProblem(found)}
      </p>
    );
  return (
    <div className={styles.warning} role="alert">
      <p>
        <b>Some text may still be on its way. The frozen record would be without it.</b>
      </p>
      <ul>
        {found.value.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

async function unsavedIn({
  workshop,
  sessions,
  groups,
}: WorkshopView): Promise<Answer<readonly string[]>> {
  const sentences: string[] = [];
  for (const { id, title } of sessions) {
    const answer = await api.activity({ workshop: workshop.id, session: id });
    if (answer.is !== 'answer') return answer;
    const { serverTime, tables } = answer.value;
    for (const activity of tables) {
      const group = groups.find((each) => each.id === activity.group);
      for (const { words } of unsavedText(activity, serverTime))
        sentences.push(
          `${title}, ${group === undefined ? 'a table' : groupLabel(group)}: ${words}`,
        );
    }
  }
  return { is: 'answer', value: sentences };
}
