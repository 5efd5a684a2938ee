import type { Board, FeedState } from '@reportback/client/board-feed';
import type { Session, WorkshopView } from '@reportback/domain';

/** What both faces of the board show. */
export interface BoardView {
  readonly view: WorkshopView;
  readonly session: Session;
  readonly feed: FeedState;
  readonly board: Board;
}
