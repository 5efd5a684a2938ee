import type { FeedState } from '@reportback/client/board-feed';
import type { Group, Session, WorkshopView } from '@reportback/domain';
import type { TableDesk } from './table-desk.ts';

/** What every part of a table's page is about. */
export interface TableParts {
  readonly desk: TableDesk;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly canWrite: boolean;
  readonly feed: FeedState;
}
