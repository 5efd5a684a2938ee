import type { TableActivity, TextRefused } from '@reportback/domain';

const minute = 60_000;

/** Text that may be only on a device. */
export interface UnsavedText {
  readonly is: 'refused' | 'unsaved';
  /** What to say of it, behind the table's name and a colon. */
  readonly words: string;
}

/**
 * What is only on devices of a table, as far as the server can know: first what it did not take.
 * @param now the server's time, in milliseconds since 1970
 */
export function unsavedText(
  activity: Pick<TableActivity, 'away' | 'refused'> | undefined,
  now: number,
): readonly UnsavedText[] {
  const { refused = [], away: [first, ...others] = [] } = activity ?? {};
  const found: UnsavedText[] = refused.map(({ name, because }) => ({
    is: 'refused',
    words: notTaken[because](name),
  }));
  if (first !== undefined) {
    const who =
      others.length === 0 ? `${first.name}’s device is` : `${others.length + 1} devices are`;
    found.push({
      is: 'unsaved',
      words: `${who} out of reach for ${inMinutes(now - first.since)}; what was typed there since is only there.`,
    });
  }
  return found;
}

/** The server may take so long to store, in milliseconds, before it is worth a word. */
export const storesWithin = 3_000;

export const notStored = 'The server has not stored yet what came in last; wait until it has.';

const notTaken: Readonly<Record<TextRefused, (name: string) => string>> = {
  closed: (name) =>
    `${name}’s device holds text that came when nobody could write any more; it goes up when they can again.`,
  late: (name) =>
    `a device of ${name} may hold text that had not come when writing ended; it goes up when they can write again.`,
  'no-space': (name) =>
    `the server has no space for what ${name} wrote; it is only on their device.`,
  'too-large': (name) =>
    `what ${name} wrote last is too large to be taken; it is only on their device.`,
  'document-full': (name) =>
    `the table’s text is as long as it can be; what ${name} wrote last is only on their device, until some text is deleted.`,
  'workshop-full': (name) =>
    `the workshop’s texts take all the space they may (TEXTS_PER_WORKSHOP_MB); what ${name} wrote last is only on their device.`,
  'old-page': (name) =>
    `${name}’s page is too old to write; ask them to reload it. Their text stays on their device.`,
  'not-understood': (name) =>
    `what ${name} wrote last was not taken; it is only on their device, and can be downloaded there.`,
};

/** “2 min”, from a minute on; below it “a moment”. */
export function inMinutes(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return 'a moment';
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
