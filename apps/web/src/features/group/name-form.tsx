import { type Group, groupLabel, type WorkshopView } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import styles from './name-form.module.css';

/** Asks who has come, in one line above the note: a name is all that it takes to write here. */
export function NameForm({ view, group }: { readonly view: WorkshopView; readonly group: Group }) {
  const { workshop, me } = view;
  const [name, setName] = useState(me.seat?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);

  async function sit() {
    if (name.trim() === '') {
      setProblem('Type your name first: it shows beside what you write.');
      return;
    }
    setIsSending(true);
    const seat = await api.takeSeat(workshop.id, { name: name.trim(), group: group.id });
    setIsSending(false);
    if (seat.is === 'answer')
      workshopResource(workshop.id).set({ ...view, me: { ...me, seat: seat.value } });
    else
      setProblem(
        seat.is === 'refused' ? seat.problem : 'The server did not answer. Try again in a moment.',
      );
  }

  return (
    <Banner about="Your name">
      <form
        className={styles.form}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void sit();
        }}
      >
        <Field
          label={`Your name, to write at ${groupLabel(group)}`}
          value={name}
          onChange={(changed) => {
            setName(changed.target.value);
            setProblem(null);
          }}
          problem={problem}
          autoComplete="name"
          maxLength={120}
          enterKeyHint="done"
        />
        <Button kind="primary" type="submit" disabled={isSending}>
          Write here
        </Button>
      </form>
    </Banner>
  );
}
