import type { Board } from '@reportback/client/board-feed';
import { type GroupId, type Session, tableAt, type WorkshopView } from '@reportback/domain';
import { addresses } from '../../app/addresses.ts';
import { Banner } from '../../design/banner.tsx';
import { ButtonLink } from '../../design/button.tsx';
import { turnsToCome } from '../presentation/presentation-steps.ts';

/** Tells who sits at a table that it speaks now or next, with the way to its card in large type. */
export function OwnTurn({
  board,
  group,
  view,
  session,
}: {
  readonly board: Board;
  readonly group: GroupId;
  readonly view: WorkshopView;
  readonly session: Session;
}) {
  const { mode, spotlight } = board.plenary.plenary.presentation;
  const isSpeeches = mode === 'speeches' && board.session.phase === 'report-back';
  if (!isSpeeches || tableAt(view.me.seat, session.id) !== group) return null;
  const isUp = spotlight?.group === group;
  const [next] = turnsToCome(board.plenary.plenary.presentation, board.cards);
  if (!isUp && next?.group !== group) return null;
  return (
    <Banner
      about="Your turn"
      isNews
      action={
        <ButtonLink size="small" href={addresses.plenary(view.workshop.id, session.id)}>
          Report-back
        </ButtonLink>
      }
    >
      {isUp ? 'Your table is speaking.' : 'Your table is next.'}
    </Banner>
  );
}
