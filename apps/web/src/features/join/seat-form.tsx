import {
  type Attribution,
  type GroupId,
  groupLabel,
  type Seat,
  type SeatRequest,
  type SessionId,
  tableAt,
  tablesIn,
  type WorkshopId,
  type WorkshopView,
} from '@reportback/domain';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { api } from '../../app/api.ts';
import { currentSession } from '../../app/current-session.ts';
import { entrance } from '../../app/entrance.ts';
import { localTime } from '../../app/local-time.ts';
import { Resource, useReadable } from '../../app/resource.ts';
import { workshopResource } from '../../app/use-workshop.ts';
import { whenAndWhere } from '../../app/when-and-where.ts';
import { Button } from '../../design/button.tsx';
import { Field, TickField } from '../../design/field.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import styles from './seat-form.module.css';
import { TableChoice } from './table-choice.tsx';

type Details = Required<Omit<SeatRequest, 'group' | 'session'>>;

/** What becomes of a name, in a line. */
const promises: Readonly<Record<Attribution, string>> = {
  'by-name': 'No account. The record names you only if you agree to it.',
  'by-table': 'No account. Notes are quoted by table, not by person.',
  none: 'No account. The record names neither people nor tables.',
};

const noTable = 'Choose your table: its number is on the tent.';

/** Who one is and where one sits: a name and a table, the rest can wait. Leads straight to the table's note. */
export function SeatForm({ view }: { readonly view: WorkshopView }) {
  const { workshop, me } = view;
  // People come in for the session that is on, or next.
  const [session] = useState(() =>
    currentSession(view.sessions, localTime(Date.now(), workshop.timeZone)),
  );
  const groups = session === null ? view.groups : tablesIn(view.groups, session);
  const own = me.invitedTo ?? me.seat?.group ?? null;
  // Whose table does not sit in it chooses another one for it alone, and keeps the own one.
  const left = groups.some(({ id }) => id === own)
    ? undefined
    : view.groups.find(({ id }) => id === own);
  const [, navigate] = useLocation();
  const [details, setDetails] = useState<Details>(() => known(me.seat));
  const [group, setGroup] = useState<GroupId | null>(left === undefined ? own : null);
  const [problems, setProblems] = useState<{ name?: string; table?: string; server?: string }>({});
  const [isSending, setIsSending] = useState(false);
  const people = usePeopleAtTables(workshop.id, session?.id ?? null);
  const table = groups.find((each) => each.id === group);

  const change = (changed: Partial<Details>) => {
    setDetails({ ...details, ...changed });
    setProblems({});
  };

  async function sit() {
    const name = details.name.trim();
    // The roster may know where a newcomer of this name sits.
    const mayBePlaced = me.seat === null && left === undefined && name !== '';
    const found = {
      ...(name === '' && { name: 'Type your name first: it shows beside what you write.' }),
      ...(table === undefined && !mayBePlaced && { table: noTable }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0 || isSending) return;
    setIsSending(true);
    const seat = await api.takeSeat(workshop.id, {
      ...(me.seat === null ? whatIsSaid(details) : details),
      name,
      ...(table !== undefined && { group: table.id }),
      ...(left !== undefined && session !== null && { session: session.id }),
    });
    setIsSending(false);
    if (seat.is === 'answer') {
      const { value } = seat;
      // The link invited to a table; who then chose another one meant it.
      const seated = { ...view, me: { ...me, seat: value, invitedTo: null } };
      workshopResource(workshop.id).set(seated);
      const at = session === null ? value.group : tableAt(value, session.id);
      if (groups.some(({ id }) => id === at)) navigate(toTheTable(seated));
      else {
        setDetails({ ...details, ...known(value) });
        setProblems({ table: noTable });
      }
      return;
    }
    setProblems({
      server:
        seat.is === 'refused'
          ? seat.problem
          : 'The server did not answer. What you typed is still here; try again in a moment.',
    });
  }

  return (
    <form
      className={styles.page}
      noValidate
      onSubmit={(submitted: FormEvent) => {
        submitted.preventDefault();
        void sit();
      }}
    >
      <header className={styles.brand}>Reportback</header>
      <main className={styles.main}>
        <div>
          <PageTitle>{workshop.title}</PageTitle>
          <p className={styles.facts}>{whenAndWhere(view)}</p>
          {workshop.disclaimer !== null && <p className={styles.facts}>{workshop.disclaimer}</p>}
        </div>
        <Field
          label="Your name"
          value={details.name}
          onChange={(changed) => change({ name: changed.target.value })}
          problem={problems.name ?? null}
          autoComplete="name"
          maxLength={120}
          enterKeyHint="done"
        />
        <TableChoice
          groups={groups}
          people={people}
          chosen={group}
          onChoose={(chosen) => {
            setGroup(chosen);
            setProblems({});
          }}
          problem={problems.table ?? null}
          hint={
            left === undefined || session === null
              ? null
              : `${groupLabel(left)} does not sit in “${session.title}”. Choose another table for it; in the other sessions you stay at yours.`
          }
        />
        <details className={styles.more}>
          <summary>
            <span className={styles.moreLink}>Affiliation and how to cite you</span> (can wait)
          </summary>
          <div className={styles.moreFields}>
            <Field
              label="Affiliation"
              value={details.affiliation}
              onChange={(changed) => change({ affiliation: changed.target.value })}
              autoComplete="organization"
              maxLength={200}
            />
            <Field
              label="Country"
              value={details.country}
              onChange={(changed) => change({ country: changed.target.value })}
              autoComplete="country-name"
              maxLength={100}
            />
            <Field
              label="Name in the record"
              hint="As you wish to be cited; left empty it is your name."
              value={details.citeAs}
              onChange={(changed) => change({ citeAs: changed.target.value })}
              maxLength={120}
            />
            <TickField
              label="I may be named in the record of this workshop"
              checked={details.consent}
              onChange={(changed) => change({ consent: changed.target.checked })}
            />
          </div>
        </details>
      </main>
      <footer className={styles.go}>
        {problems.server !== undefined && (
          <p className={styles.problem} role="alert">
            {problems.server}
          </p>
        )}
        <Button kind="primary" size="large" type="submit" wide disabled={isSending}>
          {table === undefined ? 'Go to your table' : `Go to ${groupLabel(table)}`}
        </Button>
        <p className={styles.promise}>{promises[workshop.attribution]}</p>
        {me.seat === null && (
          <p className={styles.promise}>
            Here already on another device?{' '}
            <Link className={styles.textLink} href={addresses.enterCode}>
              Type its code
            </Link>
          </p>
        )}
      </footer>
    </form>
  );
}

/** Where somebody who has taken a seat now goes, by whichever link they came. */
function toTheTable(view: WorkshopView): string {
  return entrance({ ...view, me: { ...view.me, role: 'participant' } }, Date.now());
}

/** What a seat says of its person. */
function known(seat: Seat | null): Details {
  return {
    name: seat?.name ?? '',
    affiliation: seat?.affiliation ?? '',
    country: seat?.country ?? '',
    citeAs: seat?.citeAs ?? '',
    consent: seat?.consent ?? false,
  };
}

/** What a newcomer left open is not said to be empty: the roster may know it. */
function whatIsSaid(details: Details): Partial<Details> {
  return Object.fromEntries(Object.entries(details).filter(([, said]) => said !== ''));
}

/** Who sits where: it helps to find one's table, and the form does not wait for it. */
function usePeopleAtTables(
  workshop: WorkshopId,
  session: SessionId | null,
): ReadonlyMap<GroupId, readonly string[]> {
  const [tables] = useState(() => new Resource(() => api.tables(workshop, session)));
  const known = useReadable(tables);
  return useMemo(
    () =>
      new Map(
        known.is === 'answer'
          ? known.value.tables.map(({ group, people }) => [group, people] as const)
          : [],
      ),
    [known],
  );
}
