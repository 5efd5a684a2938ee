import type { BoardCard, Phase, TableActivity } from '@reportback/domain';
import { inMinutes, unsavedText } from '../../app/unsaved-text.ts';

const minute = 60_000;

/** So long nothing may come from a table that works before somebody should have a look, in milliseconds. */
const longQuiet = 5 * minute;
/** A table types now if its last edit is no older than this, in milliseconds. */
const typingFor = 8_000;

/** What a table needs somebody for. */
export interface Need {
  readonly is:
    | 'damaged'
    | 'refused'
    | 'unsaved'
    | 'nobody'
    | 'nothing'
    | 'quiet'
    | 'headline'
    | 'reporter';
  /** A sentence without its subject, which is the table. */
  readonly words: string;
}

/** In these phases a table should be at work. */
const working: readonly Phase[] = ['discuss', 'distil'];
/** In these its card should be whole. */
const due: readonly Phase[] = ['distil', 'report-back'];

/**
 * What somebody should look after at a table, the most pressing first; empty for most tables most of the time.
 * @param now the server's time, in milliseconds since 1970
 */
export function needsOf(
  card: BoardCard,
  activity: TableActivity | undefined,
  { phase, now }: { readonly phase: Phase; readonly now: number },
): readonly Need[] {
  if (card.damaged)
    return [
      {
        is: 'damaged',
        words:
          'cannot be read from the disk, so nobody can open it. Nothing of it was thrown away; the server’s log says more. Let its people write at another table for now.',
      },
    ];
  const needs: Need[] = [...unsavedText(activity, now)];
  if (card.state === 'ready') return needs;
  if (working.includes(phase)) {
    const quiet = quietFor(activity, now);
    if (card.people === 0) needs.push({ is: 'nobody', words: 'has nobody at it.' });
    else if (card.state === 'empty')
      needs.push({ is: 'nothing', words: 'has written nothing yet.' });
    else if (quiet !== null && quiet >= longQuiet)
      needs.push({ is: 'quiet', words: `has written nothing for ${inMinutes(quiet)}.` });
  }
  if (due.includes(phase)) {
    if (card.headline === '') needs.push({ is: 'headline', words: 'has no headline yet.' });
    if (card.reporter === null) needs.push({ is: 'reporter', words: 'has no reporter yet.' });
  }
  return needs;
}

const pressing: readonly Need['is'][] = [
  'damaged',
  'refused',
  'unsaved',
  'nothing',
  'quiet',
  'nobody',
  'headline',
  'reporter',
];

/** A table with what it needs. */
export interface Needy {
  readonly card: BoardCard;
  readonly needs: readonly Need[];
}

/** The tables, those that need somebody first; among equals by number. */
export function needyFirst(tables: readonly Needy[]): readonly Needy[] {
  const rank = ({ needs: [first] }: Needy) =>
    first === undefined ? pressing.length : pressing.indexOf(first.is);
  return tables.toSorted(
    (one, other) => rank(one) - rank(other) || one.card.number - other.card.number,
  );
}

/** Milliseconds since the table's last edit, or null where there was none since the server started. */
function quietFor(activity: TableActivity | undefined, now: number): number | null {
  const at = activity?.editedAt ?? null;
  return at === null ? null : Math.max(0, now - at);
}

/** What a table does now, in a few words. */
export function doingNow(
  card: Pick<BoardCard, 'state' | 'people' | 'damaged' | 'signedOff'>,
  activity: TableActivity | undefined,
  now: number,
): string {
  if (card.damaged) return 'Cannot be read';
  if (card.signedOff === 'yes') return 'Signed off';
  if (card.state === 'ready') return 'Ready';
  const quiet = quietFor(activity, now);
  if (quiet !== null && quiet < typingFor) return 'Typing now';
  if (card.people === 0) return 'Nobody here';
  if (card.state === 'empty') return 'Nothing written';
  if (quiet === null) return 'Quiet';
  return quiet < minute ? 'Writing' : `Quiet for ${inMinutes(quiet)}`;
}
