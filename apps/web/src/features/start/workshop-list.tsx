import type { Role, StartView } from '@reportback/domain';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { dayInWords } from '../../app/local-time.ts';
import { Empty } from '../../design/page-message.tsx';
import styles from './workshop-list.module.css';

const roleNames: Readonly<Record<Role, string>> = {
  organizer: 'You organize it',
  facilitator: 'You facilitate it',
  participant: 'You take part',
  screen: 'This is its screen',
  viewer: 'You may read it',
};

/** The workshops that this browser has a link's cookie for; on the server's own machine also the example. */
export function WorkshopList({ view }: { readonly view: StartView }) {
  if (view.workshops.length === 0)
    return (
      <div className={styles.empty}>
        <Empty
          hint={
            view.mayCreate
              ? 'Or make a workshop of your own: paste its agenda, and the tables are ready.'
              : view.signIn === null
                ? 'Organizers: open the link that the server showed when the workshop was made.'
                : 'Organizers: sign in above, or open the link that you were given.'
          }
        >
          None yet. A workshop stays here once you came in by its code or a link.
        </Empty>
      </div>
    );
  return (
    <ul>
      {view.workshops.map((workshop) => (
        <li key={workshop.id} className={styles.row}>
          <Link className={styles.link} href={addresses.console(workshop.id)}>
            {workshop.title}
          </Link>
          <p className={styles.facts}>
            {[
              workshop.date === null ? '' : dayInWords(workshop.date),
              workshop.place,
              workshop.example ? 'Example' : '',
              workshop.role === null ? '' : roleNames[workshop.role],
            ]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
