import { setReporter, setScribe } from '@reportback/document';
import { useReadable } from '../../app/resource.ts';
import { Button } from '../../design/button.tsx';
import { Missing } from '../../design/page-message.tsx';
import styles from './reporter-row.module.css';
import type { TableParts } from './table-parts.ts';

const roles = {
  reporter: { title: 'Reporter', take: 'I will report', set: setReporter },
  scribe: { title: 'Scribe', take: 'I write', set: setScribe },
} as const;

/** Who speaks for the table, or who writes for it: taken with one tap, and given back with one. */
export function ReporterRow({
  desk,
  view,
  group,
  feed,
  canWrite,
  part,
}: TableParts & { readonly part: 'reporter' | 'scribe' }) {
  const { title, take, set } = roles[part];
  const taken = useReadable(desk.shape.card)[part];
  const people = useReadable(desk.document.people);
  const me = view.me.seat?.id ?? null;
  const { doc } = desk.document;
  const change = (seat: typeof taken) => desk.edit(() => set(doc, seat));
  const name =
    taken === me
      ? view.me.seat?.name
      : (people.find(({ seat }) => seat === taken)?.name ??
        (part === 'reporter'
          ? feed.board?.cards.find((card) => card.group === group.id)?.reporter
          : null));
  return (
    <div>
      <h3 className={styles.label}>{title}</h3>
      <div className={styles.row}>
        {taken === null ? (
          part === 'reporter' ? (
            <Missing>Nobody yet</Missing>
          ) : (
            <span className={styles.nobody}>Everybody</span>
          )
        ) : (
          <span className={styles.name}>
            {name ?? 'Someone who is not here now'}
            {taken === me && ' (you)'}
          </span>
        )}
        {canWrite && me !== null && (
          <Button size="small" onClick={() => change(taken === me ? null : me)}>
            {taken === me ? 'Not me' : take}
          </Button>
        )}
      </div>
    </div>
  );
}
