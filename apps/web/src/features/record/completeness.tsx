import {
  type BoardCard,
  type CheckedCard,
  type Group,
  type GroupId,
  namedIn,
  parseSessionId,
  permits,
  type RecordCheck,
  type Session,
  type SessionId,
  sitsIn,
  type WorkshopView,
} from '@reportback/domain';
import { Check } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import { addresses } from '../../app/addresses.ts';
import { pointCount } from '../../app/card-words.ts';
import { useReadable } from '../../app/resource.ts';
import { boardFeed } from '../../app/use-board.ts';
import { TableName } from '../../design/chip.tsx';
import { Loading, Missing } from '../../design/page-message.tsx';
import { PageTitle } from '../../design/page-title.tsx';
import { AskTable } from './ask-table.tsx';
import { completenessOf, gapsInWords, peopleInWords, summary } from './card-completeness.ts';
import styles from './completeness.module.css';
import { together } from './together.ts';

/** Table by session: which cards are complete, and what the others lack while people can still fill it. */
export function Completeness({
  view,
  check,
}: {
  readonly view: WorkshopView;
  /** What only the server reads: notes, people and their consent. Null until it is here. */
  readonly check: RecordCheck | null;
}) {
  const { workshop, sessions, groups, me } = view;
  const checked = (session: SessionId, group: GroupId) =>
    check?.cards.find((card) => card.session === session && card.group === group) ?? null;
  // By their ids: a workshop that was fetched anew is another object with the same sessions.
  const ids = sessions.map((session) => session.id).join(' ');
  const feeds = useMemo(
    () =>
      together(
        ids
          .split(' ')
          .filter(Boolean)
          .map((id) => boardFeed(workshop.id, parseSessionId(id))),
      ),
    [workshop.id, ids],
  );
  const boards = useReadable(feeds).map((feed) => feed.board);
  const { title, rest } = summary(
    boards.flatMap((board, index) =>
      (board?.cards ?? []).map((card) => {
        const session = sessions[index];
        return completenessOf(card, session === undefined ? null : checked(session.id, card.group));
      }),
    ),
    sessions.every(({ phase }) => phase === 'frozen'),
  );
  const isWhole = boards.every((board) => board !== null);
  return (
    <section>
      <PageTitle>{isWhole ? title : 'The record'}</PageTitle>
      {isWhole ? <p className={styles.rest}>{rest}</p> : <Loading>Asking the tables…</Loading>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Table</th>
              {sessions.map((session) => (
                <th key={session.id} scope="col">
                  {session.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row" className={styles.name}>
                  <TableName number={group.number} name={group.name} />
                </th>
                {sessions.map((session, index) => (
                  <td key={session.id}>
                    <Cell
                      card={boards[index]?.cards.find((card) => card.group === group.id)}
                      sits={sitsIn(group.id, session)}
                      nameThere={nameThere(group, session)}
                      checked={checked(session.id, group.id)}
                      href={addresses.table(workshop.id, session.id, group.id)}
                      ask={
                        permits[me.role].facilitate && session.phase !== 'frozen'
                          ? (missing) => (
                              <AskTable
                                place={{ workshop: workshop.id, session: session.id }}
                                group={group.id}
                                table={`Table ${group.number}`}
                                missing={missing}
                              />
                            )
                          : null
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({
  card,
  sits,
  nameThere,
  checked,
  href,
  ask,
}: {
  readonly card: BoardCard | undefined;
  /** Whether the table sits in the session. */
  readonly sits: boolean;
  /** What the table is called in the session, where that is another name; else null. */
  readonly nameThere: string | null;
  readonly checked: CheckedCard | null;
  readonly href: string;
  readonly ask: ((missing: string) => ReactNode) | null;
}) {
  if (!sits)
    return checked !== null && checked.state !== 'empty' ? (
      <Link href={href} className={styles.cell}>
        Left out; what it wrote stays
      </Link>
    ) : (
      <span className={styles.empty}>Not in this session</span>
    );
  if (card === undefined) return null;
  const found = completenessOf(card, checked);
  return (
    <>
      <Link href={href} className={styles.cell}>
        {nameThere !== null && <span className={styles.points}>As {nameThere}</span>}
        {(found.is === 'signed-off' || found.is === 'ready') && (
          <b className={styles.signed}>
            <Check size={16} strokeWidth={2} aria-hidden="true" />{' '}
            {found.is === 'ready' ? 'Ready' : 'Signed off'}
          </b>
        )}
        {found.is === 'complete' && <span>Complete</span>}
        {found.is === 'gaps' && <Missing>{gapsInWords(found.missing)}</Missing>}
        {found.is === 'empty' && <span className={styles.empty}>Empty</span>}
        {found.is !== 'empty' && (
          <span className={styles.points}>
            {[pointCount(card), ...(checked === null ? [] : [peopleInWords(checked)])].join(', ')}
          </span>
        )}
        {card.signedOff === 'changed' && (
          <span className={styles.points}>Changed since it was signed off</span>
        )}
      </Link>
      {ask !== null && (found.is === 'gaps' || found.is === 'empty') && (
        <div className={styles.ask}>
          {ask(found.is === 'gaps' ? gapsInWords(found.missing) : 'No note and no card')}
        </div>
      )}
    </>
  );
}

function nameThere(group: Group, session: Session): string | null {
  const { name } = namedIn(group, session);
  return name === group.name ? null : name;
}
