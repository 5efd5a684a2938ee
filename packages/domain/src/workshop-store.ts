import type { Role } from './access.ts';
import type { Programme } from './agenda/index.ts';
import type { GroupId, LinkId, SeatId, SessionId, WorkshopId } from './ids.ts';
import type { Phase } from './phase.ts';
import type { Group, Seat, Session, Workshop } from './workshop.ts';

/** A capability: what its holder may be, in which workshop. Its token is derived, never stored. */
export interface Link {
  readonly id: LinkId;
  readonly workshop: WorkshopId;
  readonly role: Role;
  /** Set for a table's own join link. */
  readonly group: GroupId | null;
  /** Raised by rotating; a token of an older generation is refused. */
  readonly generation: number;
  readonly revokedAt: number | null;
}

/** A browser that used a link: what its cookie stands for. Dies with its link. */
export interface Pass {
  /** SHA-256 of the cookie's secret, hexadecimal; the secret itself is not kept. */
  readonly secretHash: string;
  readonly link: LinkId;
  /** The link's generation when it was used. */
  readonly generation: number;
  readonly seat: SeatId | null;
  readonly createdAt: number;
}

/** How far a session has come: something was done or written in it exactly where one of these is otherwise. */
export interface SessionMark {
  /** The number of the last step of its plenary, its phase and its clock; 0 for none. */
  readonly lastStep: number;
  /** By the name of each document of it, the number of the last row of its log. */
  readonly documents: ReadonlyMap<string, number>;
}

/** A workshop with all that was made with it, before anybody wrote a word. */
export interface NewWorkshop {
  readonly workshop: Workshop;
  readonly sessions: readonly Session[];
  readonly groups: readonly Group[];
  readonly links: readonly Link[];
  readonly seats: readonly Seat[];
}

/**
 * Where workshops, seats and links are kept. A promise that resolves means: committed, and it comes back
 * after a killed process. Each method is one transaction. Unknown ids answer null; a workshop's
 * deletion takes everything below it along, its documents included.
 */
export interface WorkshopStore {
  create(all: NewWorkshop): Promise<void>;
  workshop(id: WorkshopId): Promise<Workshop | null>;
  workshopByCode(joinCode: string): Promise<Workshop | null>;
  workshops(): Promise<readonly Workshop[]>;
  sessions(workshop: WorkshopId): Promise<readonly Session[]>;
  session(id: SessionId): Promise<Session | null>;
  groups(workshop: WorkshopId): Promise<readonly Group[]>;
  /**
   * Replaces the workshop or table with that id; one that is gone stays gone. Of a workshop all but its agenda, which
   * may have changed meanwhile: that is `putProgramme`'s.
   */
  putWorkshop(workshop: Workshop): Promise<void>;
  putGroup(group: Group): Promise<void>;
  /**
   * The agenda and the sessions of a workshop, in one: makes those that are new, and replaces the others but for their
   * phases, which may have moved on meanwhile: those are `setPhase`'s. One that is not named stays as it is.
   */
  putProgramme(workshop: WorkshopId, programme: Programme): Promise<void>;
  /** How far a session has come; null for one that is gone. */
  sessionMark(session: SessionId): Promise<SessionMark | null>;
  /**
   * From now on there is no such session; its documents and images, which nobody can reach, go with `finishDeletions`.
   * @param programme of its workshop without it
   * @param goes asked in the same transaction how far the session has come; where it says no, nothing is changed
   * @returns whether it went
   */
  removeSession(
    session: Session,
    programme: Programme,
    goes: (now: SessionMark) => boolean,
  ): Promise<boolean>;
  seats(workshop: WorkshopId): Promise<readonly Seat[]>;
  seat(id: SeatId): Promise<Seat | null>;
  /** Makes all of them, or none. */
  addSeats(seats: readonly Seat[]): Promise<void>;
  /** Makes all of them, or none, for people of a roster, who have not come yet. */
  expectSeats(seats: readonly Seat[]): Promise<void>;
  /**
   * Changes a seat as it stands when its turn has come, so that nothing comes back that was taken away meanwhile.
   * @param change must not change the seat's id or workshop
   * @returns the seat as it is now; null for one that is gone, which stays gone
   */
  changeSeat(id: SeatId, change: (seat: Seat) => Seat): Promise<Seat | null>;
  /** The seats that some browser sits on. */
  takenSeats(workshop: WorkshopId): Promise<ReadonlySet<SeatId>>;
  /** The seats of a roster on which nobody has ever sat. */
  awaitedSeats(workshop: WorkshopId): Promise<ReadonlySet<SeatId>>;
  /** Adds a table with its link. */
  addGroup(group: Group, link: Link): Promise<void>;
  setPhase(session: SessionId, phase: Phase): Promise<void>;
  links(workshop: WorkshopId): Promise<readonly Link[]>;
  link(id: LinkId): Promise<Link | null>;
  /** Raises the link's generation: every token and pass of it is void. */
  rotateLink(id: LinkId): Promise<void>;
  revokeLink(id: LinkId, at: number): Promise<void>;
  /** Takes a revocation back: the link's address opens again, and its passes count. */
  restoreLink(id: LinkId): Promise<void>;
  /** Whether the workshop's typed code was switched off. */
  isCodeOff(workshop: WorkshopId): Promise<boolean>;
  setCodeOff(workshop: WorkshopId, off: boolean): Promise<void>;
  putPass(pass: Pass): Promise<void>;
  pass(secretHash: string): Promise<Pass | null>;
  /** Seats a pass; on nothing where the seat is gone. */
  seatPass(secretHash: string, seat: SeatId): Promise<void>;
  /** From now on there is no such workshop; its documents, which nobody can reach, go with `finishDeletions`. */
  deleteWorkshop(id: WorkshopId): Promise<void>;
  /**
   * Removes what deleted workshops and sessions left, piece by piece, so that nobody else waits for long. To be called after each
   * deletion, and at the start, as a server may have ended before it was done.
   */
  finishDeletions(): Promise<void>;
  /** A small fact about the whole installation, such as `example-offered`; null when it was never set. */
  fact(name: string): Promise<string | null>;
  setFact(name: string, value: string): Promise<void>;
}
