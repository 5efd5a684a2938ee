import type {
  AuditLog,
  Erasure,
  ImageStore,
  MoveLog,
  PlenaryStore,
  RecordStore,
  SeatCodes,
  WorkshopCustody,
  WorkshopStore,
} from '@reportback/domain';
import type { Clock, RoomRegistry } from '@reportback/sync';
import type { Logger } from 'pino';
import type { CodeBudget } from './access/code-budget.ts';
import type { CreationLink } from './access/creation-link.ts';
import type { Gate } from './access/gate.ts';
import type { ServerPlace } from './access/same-origin.ts';
import type { Signer } from './access/signer.ts';
import type { BoardSource } from './board/session-board.ts';
import type { TableActivities } from './board/table-activity.ts';
import type { ImageIntake } from './images/image-intake.ts';
import type { PlenaryServices } from './plenary/plenary-services.ts';
import type { Accounts } from './sign-in/accounts.ts';
import type { ExpiryKeeper } from './workshops/expiry.ts';
import type { GroupDocuments } from './workshops/group-documents.ts';
import type { LiveWorkshops } from './workshops/live-workshops.ts';
import type { Random } from './workshops/new-workshop.ts';
import type { RecordExports } from './workshops/record-export.ts';
import type { RecordStandings } from './workshops/record-standings.ts';
import type { TableHistory } from './workshops/table-history.ts';
import type { WorkshopQuota } from './workshops/workshop-quota.ts';
import type { WorkshopRecords } from './workshops/workshop-record.ts';
import type { WorkshopTurns } from './workshops/workshop-turns.ts';

/** What the routes work with; put together in `compose.ts` alone. */
export interface Services {
  readonly store: WorkshopStore;
  readonly plenaries: PlenaryStore;
  readonly audit: AuditLog;
  readonly images: ImageStore;
  readonly imageIntake: ImageIntake;
  readonly seatCodes: SeatCodes;
  readonly moves: MoveLog;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly place: ServerPlace;
  readonly signer: Signer;
  readonly gate: Gate;
  readonly creation: CreationLink;
  /** Null where organizers do not sign in. */
  readonly accounts: Accounts | null;
  readonly custody: WorkshopCustody;
  readonly expiry: ExpiryKeeper;
  readonly codes: CodeBudget;
  readonly documents: GroupDocuments;
  readonly history: TableHistory;
  readonly live: LiveWorkshops;
  readonly rooms: RoomRegistry;
  readonly activities: TableActivities;
  readonly quota: WorkshopQuota;
  readonly plenary: PlenaryServices;
  /** What a workshop's agenda, sessions and facts are, and how its record stands, changes one after the other. */
  readonly turns: WorkshopTurns;
  /** Looks at the tables' documents as they are now. */
  readonly source: BoardSource;
  readonly records: WorkshopRecords;
  readonly recordExports: RecordExports;
  readonly kept: RecordStore;
  readonly erasure: Erasure;
  /** Resolves once all that was written before is on the disk. */
  readonly durable: () => Promise<void>;
  readonly standings: RecordStandings;
}
