import type { WorkshopView } from '@reportback/domain';
import { api } from '../../app/api.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { AreaField, Field } from '../../design/field.tsx';
import { EditForm } from './edit-form.tsx';

/** What stands on the title page of the record, and the time zone of all times. */
export function WorkshopForm({ view: { workshop } }: { readonly view: WorkshopView }) {
  const { title, place, timeZone, organizers, funding, licence } = workshop;
  return (
    <EditForm
      label="The workshop"
      values={{ title, place, timeZone, organizers, funding, licence }}
      names={{
        title: 'Title',
        place: 'Place',
        timeZone: 'Time zone',
        organizers: 'Organizers',
        funding: 'Funding',
        licence: 'Licence of the record',
      }}
      refresh={workshopResource(workshop.id).refresh}
      save={async (changed) => {
        const answer = await api.changeWorkshop(workshop.id, changed);
        if (answer.is === 'answer') workshopResource(workshop.id).set(answer.value);
        return answer;
      }}
    >
      {(now, change) => (
        <>
          <Field
            label="Title"
            value={now.title}
            maxLength={200}
            onChange={({ target }) => change({ title: target.value })}
          />
          <Field
            label="Place"
            value={now.place}
            maxLength={200}
            onChange={({ target }) => change({ place: target.value })}
          />
          <Field
            label="Time zone"
            hint="An IANA name, such as America/Chicago"
            value={now.timeZone}
            spellCheck={false}
            onChange={({ target }) => change({ timeZone: target.value.trim() })}
          />
          <AreaField
            label="Organizers"
            hint="As the record is to name them"
            rows={2}
            value={now.organizers}
            maxLength={2000}
            onChange={({ target }) => change({ organizers: target.value })}
          />
          <AreaField
            label="Funding"
            rows={2}
            value={now.funding}
            maxLength={2000}
            onChange={({ target }) => change({ funding: target.value })}
          />
          <Field
            label="Licence of the record"
            hint="For instance CC BY 4.0"
            value={now.licence}
            maxLength={200}
            onChange={({ target }) => change({ licence: target.value })}
          />
        </>
      )}
    </EditForm>
  );
}
