import type { WorkshopView } from '@reportback/domain';
import { type FormEvent, useState } from 'react';
import { answerProblem } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import styles from './settings-page.module.css';

/** Who organizes the workshop by signing in, where organizers do. */
export function OwnersForm({ view }: { readonly view: WorkshopView }) {
  const { workshop, owners } = view;
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState('');
  if (owners === null) return null;

  async function put(address: string, owns: boolean): Promise<boolean> {
    const answer = await api.putOwner(workshop.id, { email: address, owns });
    if (answer.is === 'answer') workshopResource(workshop.id).set({ ...view, ...answer.value });
    setProblem(answer.is === 'answer' ? '' : answerProblem(answer));
    return answer.is === 'answer';
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    if (email.trim() !== '' && (await put(email, true))) setEmail('');
  }

  return (
    <form className={styles.form} aria-label="Who owns it" onSubmit={(event) => void add(event)}>
      <p>
        {owners.length === 0
          ? 'Nobody who signs in owns this workshop: it is organized by its organizer link alone.'
          : 'Whoever signs in with one of these addresses organizes this workshop, on any device.'}
      </p>
      {owners.length > 0 && (
        <ul className={styles.owners}>
          {owners.map((owner) => (
            <li key={owner}>
              <span>{owner}</span>
              <Button
                kind="text"
                aria-label={`Remove ${owner}`}
                onClick={() => void put(owner, false)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label="E-mail address of another owner"
        hint="What somebody has open stays open when they are removed: replace the organizer link on Share to end that too."
        type="email"
        value={email}
        maxLength={254}
        problem={problem === '' ? null : problem}
        onChange={({ target }) => setEmail(target.value)}
      />
      <div className={styles.save}>
        <Button type="submit">Add an owner</Button>
      </div>
    </form>
  );
}
