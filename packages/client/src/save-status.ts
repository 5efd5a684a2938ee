import { type RefusalReason, refusals } from '@reportback/sync/wire';

/**
 * Where the text of one document is, as the lamp says it. Times are milliseconds since 1970.
 *
 * The one promise: `saved` is never said early. It is said only when each local change made so far was
 * in a frame that the server acknowledged as durable. What is not understood, or comes at a moment
 * where it has no meaning, never makes text safe.
 */
export type SaveStatus =
  | { readonly is: 'saved' }
  /** On its way to the server or, without a connection, to this device's storage; `since` is when the oldest unsaved change was made. */
  | { readonly is: 'saving'; readonly since: number; readonly lines: number }
  /**
   * No connection, or one that has not answered for a while (`because` is null), or a refusal that
   * passes by itself.
   */
  | {
      readonly is: 'only-here';
      readonly because: RefusalReason | null;
      readonly since: number;
      readonly lines: number;
    }
  /** The server said no, and stays with it until a person does something. The text is still here. */
  | {
      readonly is: 'refused';
      readonly because: RefusalReason;
      readonly since: number;
      readonly lines: number;
    };

/** What happens to a document's text, in the order in which it happens. */
export type SaveEvent =
  /** The document changed by other means than the connection. `lines` names the text blocks it touched. */
  | { readonly is: 'changed'; readonly at: number; readonly lines: readonly string[] }
  /** A connection stands; its frames count from 1. */
  | { readonly is: 'opened' }
  /** A sync step 2 went out: all that the server did not have, as of now. */
  | { readonly is: 'sent-state'; readonly frame: number }
  /** An update went out: the change that was made last. */
  | { readonly is: 'sent-change'; readonly frame: number }
  /** Every frame of this connection up to this one is durable, refused ones excepted. */
  | { readonly is: 'acknowledged'; readonly frame: number }
  | { readonly is: 'refused'; readonly frame: number; readonly reason: RefusalReason }
  /** The connection that stands is one for reading: the server asks for nothing, and takes nothing. */
  | { readonly is: 'barred'; readonly reason: RefusalReason }
  | { readonly is: 'closed' }
  /** {@link overdueAfter} passed without an acknowledgement. */
  | { readonly is: 'overdue' };

/** Milliseconds without an acknowledgement after which text on a live connection counts as only here. */
export const overdueAfter = 5_000;

/**
 * How far the present connection has come.
 * `down`: there is none. `greeting`: it stands, and the server has not been told what it lacks; a
 * single update proves nothing about earlier ones. `covered`: everything earlier is in a frame, so each
 * further frame completes what is known. `barred`: a frame was refused, and with it all later ones until a
 * new sync step 2; or the connection is for reading only.
 */
type Link = 'down' | 'greeting' | 'covered' | 'barred';

interface Frame {
  readonly number: number;
  readonly carries: 'state' | 'change';
  /** Once this frame is durable, so are all local changes up to this one. */
  readonly covers: number;
}

/** Everything the status follows from. A value: each event makes a new one. */
export interface SaveLedger {
  readonly link: Link;
  /** Local changes so far, counted from 1. */
  readonly made: number;
  /** The server has all local changes up to this one on its disk. */
  readonly safe: number;
  /** Sent on this connection and neither acknowledged nor refused, in order. */
  readonly frames: readonly Frame[];
  /** When the oldest change that is not safe was made; 0 when all are. */
  readonly since: number;
  /** Keys of the text blocks that unsaved changes touched. */
  readonly lines: ReadonlySet<string>;
  readonly refusal: RefusalReason | null;
  readonly overdue: boolean;
}

/** A document whose text on this device is known to the server. */
export const nothingUnsaved: SaveLedger = {
  link: 'down',
  made: 0,
  safe: 0,
  frames: [],
  since: 0,
  lines: new Set(),
  refusal: null,
  overdue: false,
};

/** What a former visit left without an acknowledgement, kept beside the text on this device. */
export interface Unsaved {
  readonly since: number;
  readonly lines: readonly string[];
  readonly refusal: RefusalReason | null;
}

/** The ledger that a visit begins with when an earlier one left unsaved text on this device. */
export function leftUnsaved(unsaved: Unsaved): SaveLedger {
  return {
    ...nothingUnsaved,
    made: 1,
    since: unsaved.since,
    lines: new Set(unsaved.lines),
    refusal: unsaved.refusal,
  };
}

/** What to keep beside the text so that a later visit does not take it for saved; null when it is. */
export function unsavedOf(ledger: SaveLedger): Unsaved | null {
  if (ledger.safe >= ledger.made) return null;
  return { since: ledger.since, lines: [...ledger.lines], refusal: ledger.refusal };
}

/** The lamp's state. */
export function saveStatus(ledger: SaveLedger): SaveStatus {
  const { since, refusal } = ledger;
  const lines = ledger.lines.size;
  if (ledger.safe >= ledger.made) return { is: 'saved' };
  if (refusal !== null && !passes(refusal))
    return { is: 'refused', because: refusal, since, lines };
  if (refusal !== null || ledger.link === 'down' || ledger.overdue)
    return { is: 'only-here', because: refusal, since, lines };
  return { is: 'saving', since, lines };
}

/** Whether a refusal ends without anybody at this table doing something. */
function passes(refusal: RefusalReason): boolean {
  return refusals[refusal].heals === 'later' || refusal === 'storage-full';
}

/**
 * Whether the text of a document as it is now is also in this device's storage, so that closing the page loses
 * nothing of it. `underway`: its newest change is not yet. `not-kept`: this browser gives no storage, or storing failed.
 */
export type Keeping = 'kept' | 'underway' | 'not-kept';

/**
 * The lamp's state with regard to this device's storage: text that has only to wait for the network is said to be on this device once
 * it would survive the page.
 */
export function withStorage(text: SaveStatus, keeping: Keeping): SaveStatus {
  if (text.is !== 'only-here' || text.because !== null || keeping !== 'underway') return text;
  return { is: 'saving', since: text.since, lines: text.lines };
}

/** How the images of a document stand that were added on this device. */
export interface ImagesStatus {
  /** Images that the server does not have. */
  readonly count: number;
  /** When the oldest of them was added; 0 for none. */
  readonly since: number;
  /** Whether each is on its way, for no longer than text may be before it counts as only here. */
  readonly isUnderWay: boolean;
}

/** The lamp's state of a document with images: saved only when text and images are. */
export function withImages(
  text: SaveStatus,
  { count, since, isUnderWay }: ImagesStatus,
): SaveStatus {
  if (count === 0) return text;
  switch (text.is) {
    case 'saved':
      return isUnderWay
        ? { is: 'saving', since, lines: 0 }
        : { is: 'only-here', because: null, since, lines: 0 };
    case 'saving':
      return isUnderWay ? text : { ...text, is: 'only-here', because: null };
    case 'only-here':
    case 'refused':
      return text;
  }
}

/** The ledger after an event. Total: every event has a meaning, or none, in every state of the link. */
export function afterEvent(ledger: SaveLedger, event: SaveEvent): SaveLedger {
  const row = table[ledger.link];
  switch (event.is) {
    case 'changed':
      return row.changed(ledger, event);
    case 'opened':
      return row.opened(ledger, event);
    case 'sent-state':
      return row['sent-state'](ledger, event);
    case 'sent-change':
      return row['sent-change'](ledger, event);
    case 'acknowledged':
      return row.acknowledged(ledger, event);
    case 'refused':
      return row.refused(ledger, event);
    case 'barred':
      return row.barred(ledger, event);
    case 'closed':
      return row.closed(ledger, event);
    case 'overdue':
      return row.overdue(ledger, event);
  }
}

type Of<Is extends SaveEvent['is']> = Extract<SaveEvent, { is: Is }>;
type Row = {
  readonly [Is in SaveEvent['is']]: (ledger: SaveLedger, event: Of<Is>) => SaveLedger;
};

const same = (ledger: SaveLedger): SaveLedger => ledger;

function addChange(ledger: SaveLedger, event: Of<'changed'>): SaveLedger {
  const fresh = event.lines.some((line) => !ledger.lines.has(line));
  return {
    ...ledger,
    made: ledger.made + 1,
    since: ledger.safe >= ledger.made ? event.at : ledger.since,
    lines: fresh ? new Set([...ledger.lines, ...event.lines]) : ledger.lines,
  };
}

function greet(ledger: SaveLedger): SaveLedger {
  return { ...ledger, link: 'greeting', frames: [], overdue: false };
}

function hangUp(ledger: SaveLedger): SaveLedger {
  return { ...ledger, link: 'down', frames: [], overdue: false };
}

function coverAll(ledger: SaveLedger, event: Of<'sent-state'>): SaveLedger {
  const frame: Frame = { number: event.frame, carries: 'state', covers: ledger.made };
  return { ...ledger, link: 'covered', frames: [...ledger.frames, frame] };
}

function coverLast(ledger: SaveLedger, event: Of<'sent-change'>): SaveLedger {
  const frame: Frame = { number: event.frame, carries: 'change', covers: ledger.made };
  return { ...ledger, frames: [...ledger.frames, frame] };
}

function acknowledge(ledger: SaveLedger, event: Of<'acknowledged'>): SaveLedger {
  const durable = ledger.frames.filter((frame) => frame.number <= event.frame);
  const last = durable.at(-1);
  if (last === undefined) return ledger;
  const safe = Math.max(ledger.safe, last.covers);
  const rest = {
    ...ledger,
    safe,
    frames: ledger.frames.slice(durable.length),
    overdue: safe > ledger.safe ? false : ledger.overdue,
  };
  return safe >= ledger.made
    ? { ...rest, since: 0, lines: nothingUnsaved.lines, refusal: null }
    : rest;
}

/**
 * A refused frame takes along the updates after it, which build on it; a sync step 2 sent after it
 * stands on its own and still counts.
 */
function refuse(ledger: SaveLedger, event: Of<'refused'>): SaveLedger {
  const before = ledger.frames.filter((frame) => frame.number < event.frame);
  const after = ledger.frames.filter((frame) => frame.number > event.frame);
  const anew = after.findIndex((frame) => frame.carries === 'state');
  return {
    ...ledger,
    link: anew === -1 ? 'barred' : 'covered',
    frames: anew === -1 ? before : [...before, ...after.slice(anew)],
    refusal: ledger.safe >= ledger.made ? null : rootReason(ledger.refusal, event.reason),
  };
}

function bar(ledger: SaveLedger, event: Of<'barred'>): SaveLedger {
  const refusal = ledger.safe >= ledger.made ? null : rootReason(ledger.refusal, event.reason);
  return { ...ledger, link: 'barred', frames: [], refusal };
}

/** Frames that are refused only because an earlier one was say nothing about why. */
function rootReason(known: RefusalReason | null, reason: RefusalReason): RefusalReason {
  return reason === 'out-of-step' && known !== null ? known : reason;
}

function markOverdue(ledger: SaveLedger): SaveLedger {
  return ledger.safe >= ledger.made ? ledger : { ...ledger, overdue: true };
}

const table: Readonly<Record<Link, Row>> = {
  down: {
    changed: addChange,
    opened: greet,
    'sent-state': same,
    'sent-change': same,
    acknowledged: same,
    refused: same,
    barred: same,
    closed: same,
    overdue: same,
  },
  greeting: {
    changed: addChange,
    opened: greet,
    'sent-state': coverAll,
    'sent-change': same,
    acknowledged: same,
    refused: refuse,
    barred: bar,
    closed: hangUp,
    overdue: markOverdue,
  },
  covered: {
    changed: addChange,
    opened: greet,
    'sent-state': coverAll,
    'sent-change': coverLast,
    acknowledged: acknowledge,
    refused: refuse,
    barred: bar,
    closed: hangUp,
    overdue: markOverdue,
  },
  barred: {
    changed: addChange,
    opened: greet,
    'sent-state': coverAll,
    'sent-change': same,
    acknowledged: acknowledge,
    refused: refuse,
    barred: bar,
    closed: hangUp,
    overdue: markOverdue,
  },
};
