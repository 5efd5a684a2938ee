import { type Seat, withoutNames } from '@reportback/domain';
import type { WorkshopRecord } from '@reportback/record';

/**
 * A record in which somebody is not named any more: among its people, and in what facilitators wrote. What tables wrote
 * stays, as it does in their documents.
 */
export function withoutPerson(
  record: WorkshopRecord,
  { id, name, citeAs }: Pick<Seat, 'id' | 'name' | 'citeAs'>,
): WorkshopRecord {
  const people = record.people.map((person) =>
    person.id === id
      ? { ...person, name: null, affiliation: '', country: '', consent: false }
      : person,
  );
  const sessions = record.sessions.map(({ groups, ...led }) => ({
    ...withoutNames(led, [name, citeAs]),
    groups,
  }));
  return { ...record, people, sessions };
}
