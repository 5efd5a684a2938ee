import type { WorkshopView } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { Field } from '../../design/field.tsx';
import { EditForm } from './edit-form.tsx';

/** The day on which the workshop is deleted by itself; an empty field keeps it. */
export function ExpiryForm({ view }: { readonly view: WorkshopView }) {
  const { workshop, expires } = view;
  return (
    <EditForm
      label="How long it is kept"
      values={{ expires: expires ?? '' }}
      names={{ expires: 'Deleted by itself on' }}
      refresh={workshopResource(workshop.id).refresh}
      save={async ({ expires: typed = '' }) => {
        const answer = await api.setExpiry(workshop.id, { on: typed === '' ? null : typed });
        if (answer.is === 'answer')
          workshopResource(workshop.id).set({ ...view, expires: answer.value.on });
        return answer;
      }}
    >
      {(now, change) => (
        <Field
          label="Deleted by itself on"
          hint={
            now.expires === ''
              ? 'Empty: it stays until somebody deletes it.'
              : 'All notes, cards and names go at the beginning of that day. Empty the field to keep them.'
          }
          type="date"
          value={now.expires}
          onChange={({ target }) => change({ expires: target.value })}
        />
      )}
    </EditForm>
  );
}
