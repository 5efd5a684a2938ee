import type { FindingId, GroupId, PointId } from '../ids.ts';
import { type Plenary, untouchedPlenary } from './plenary.ts';

/** The plenary of a session as its followers are told it. Whose voice was whose is never told. */
export interface FeedPlenary {
  readonly plenary: Plenary;
  /**
   * The number of the session's last step that is in it; 0 before the first. Whoever gave a command was answered
   * the number of its step, and so knows when the feed has reached it.
   */
  readonly step: number;
  /** Points that somebody said something about. */
  readonly voices: readonly PointVoices[];
  /** One entry for each finding with a vote; null before the vote, and while it is open and not live. */
  readonly votes: readonly FindingVotes[] | null;
  /** How many seats have given a vote so far; told while the vote is hidden, too. */
  readonly voters: number;
  /** How far each table's card has gone round the room; tables nobody has looked at are missing. */
  readonly coverage: readonly CardCoverage[];
}

export const untouchedFeedPlenary: FeedPlenary = {
  plenary: untouchedPlenary,
  step: 0,
  voices: [],
  votes: null,
  voters: 0,
  coverage: [],
};

/** What the room says about one point. */
export interface PointVoices {
  readonly point: PointId;
  readonly group: GroupId;
  readonly usToo: number;
  /** Oldest first. */
  readonly questions: readonly Remark[];
  readonly objections: readonly Remark[];
}

export interface Remark {
  /** For the page's list; not a seat's id. */
  readonly id: string;
  readonly text: string;
}

export interface FindingVotes {
  readonly finding: FindingId;
  readonly votes: number;
}

export interface CardCoverage {
  readonly group: GroupId;
  /** How many seats of other tables have opened the card. */
  readonly visitors: number;
  /** How many seats said something about one of its points. */
  readonly speakers: number;
}

/** The parts that differ. */
export interface FeedPlenaryChanges {
  readonly plenary?: Plenary;
  readonly step?: number;
  /** Only points that differ; one about which everything was taken back comes with nothing in it. */
  readonly voices?: readonly PointVoices[];
  readonly votes?: readonly FindingVotes[] | null;
  readonly voters?: number;
  /** Only tables that differ. */
  readonly coverage?: readonly CardCoverage[];
}

/** The plenary after what differs. Parts and entries that did not change stay the same objects. */
export function feedPlenaryAfter(before: FeedPlenary, changes: FeedPlenaryChanges): FeedPlenary {
  const { voices, coverage, ...replaced } = changes;
  return {
    ...before,
    ...replaced,
    voices: merged(before.voices, voices, ({ point }) => point).filter(isSaid),
    coverage: merged(before.coverage, coverage, ({ group }) => group),
  };
}

/** Whether anything is left of what was said about a point. */
export function isSaid({ usToo, questions, objections }: PointVoices): boolean {
  return usToo + questions.length + objections.length > 0;
}

function merged<Entry>(
  before: readonly Entry[],
  fresh: readonly Entry[] | undefined,
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  if (fresh === undefined || fresh.length === 0) return before;
  return [...new Map([...before, ...fresh].map((entry) => [keyOf(entry), entry])).values()];
}
