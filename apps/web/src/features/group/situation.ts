import type { OpenDocument } from '@reportback/client';
import type { DocumentAccess, Group, Session, WorkshopView } from '@reportback/domain';

/** What a notice above the table is about. */
export interface Situation {
  readonly document: OpenDocument;
  readonly view: WorkshopView;
  readonly session: Session;
  readonly group: Group;
  readonly access: DocumentAccess;
  /** Whether this page's editor knows everything that the document holds. */
  readonly isKnown: boolean;
  readonly onOpenAnew: () => Promise<void>;
}
