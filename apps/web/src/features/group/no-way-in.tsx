import {
  type DocumentAccess,
  type Group,
  groupLabel,
  type Session,
  tableAt,
  tablesIn,
  type WorkshopView,
} from '@reportback/domain';
import { addresses } from '../../app/addresses.ts';
import { ButtonLink } from '../../design/button.tsx';
import { PageMessage } from '../../design/page-message.tsx';

type Because = Extract<DocumentAccess, { is: 'none' }>['because'];

/** Stands where a table would be that the visitor may not even read. */
export function NoWayIn({
  view,
  session,
  group,
  because,
}: {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly because: Because;
}) {
  const own = tablesIn(view.groups, session).find(
    ({ id }) => id === tableAt(view.me.seat, session.id),
  );
  const { id } = view.workshop;
  return (
    <main>
      <PageMessage
        title={`You cannot open ${groupLabel(group)}.`}
        actions={
          because === 'screen' ? (
            <ButtonLink kind="primary" href={addresses.board(id, session.id)}>
              To the board
            </ButtonLink>
          ) : (
            <>
              {own && (
                <ButtonLink kind="primary" href={addresses.table(id, session.id, own.id)}>
                  Back to {groupLabel(own)}
                </ButtonLink>
              )}
              <ButtonLink href={addresses.join(id)}>
                {own ? 'Change table' : 'Choose a table'}
              </ButtonLink>
            </>
          )
        }
      >
        <p>
          {because === 'screen'
            ? 'This link shows the board and the presentation. Notes are for the people at the tables.'
            : 'In this workshop a table’s note is read by the people at the table.'}
        </p>
      </PageMessage>
    </main>
  );
}
