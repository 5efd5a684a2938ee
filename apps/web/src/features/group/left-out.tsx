import {
  type Group,
  groupLabel,
  type Session,
  tablesIn,
  type WorkshopView,
} from '@reportback/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Banner } from '../../design/banner.tsx';
import { Button } from '../../design/button.tsx';
import { SelectField } from '../../design/field.tsx';
import styles from './name-form.module.css';

/** Says that a table does not sit in this session, and lets its people choose another one for it. */
export function LeftOut({
  view,
  session,
  group,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
}) {
  const { workshop, me } = view;
  const tables = tablesIn(view.groups, session);
  const [chosen, setChosen] = useState(tables[0]?.id);
  const [problem, setProblem] = useState<string | null>(null);
  const [, navigate] = useLocation();

  async function sit() {
    if (me.seat === null || chosen === undefined) return;
    const { name } = me.seat;
    const seat = await api.takeSeat(workshop.id, { name, group: chosen, session: session.id });
    if (seat.is !== 'answer') {
      setProblem(
        seat.is === 'refused' ? seat.problem : 'The server did not answer. Try again in a moment.',
      );
      return;
    }
    workshopResource(workshop.id).set({ ...view, me: { ...me, seat: seat.value } });
    navigate(addresses.table(workshop.id, session.id, chosen));
  }

  const words = (
    <>
      <b>
        {groupLabel(group)} does not sit in “{session.title}”.
      </b>{' '}
      Nobody writes here; what was written stays.
    </>
  );
  if (me.seat === null) return <Banner about="Not in this session">{words}</Banner>;
  return (
    <Banner about="Not in this session" isNews>
      <p>{words}</p>
      <form
        className={styles.form}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void sit();
        }}
      >
        <SelectField
          label="Another table, for this session"
          value={chosen}
          problem={problem}
          onChange={({ target }) =>
            setChosen(tables.find(({ id }) => id === target.value)?.id ?? chosen)
          }
        >
          {tables.map((table) => (
            <option key={table.id} value={table.id}>
              {groupLabel(table)}
            </option>
          ))}
        </SelectField>
        <Button kind="primary" type="submit">
          Sit there
        </Button>
      </form>
    </Banner>
  );
}
