/** A moment as the workshop's clock on the wall has it: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
}

const minute = 60_000;

/**
 * What the clock on the wall says in a time zone.
 * @param instant milliseconds since 1970
 * @param timeZone IANA name
 */
export function localTime(instant: number, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * When a local time is, in milliseconds since 1970. Of the two moments that a clock set back shows twice
 * it is one; a time that a clock set forward skips is taken as if it had not been set.
 */
export function instantOf({ date, time }: LocalTime, timeZone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (instant: number) => {
    const shown = localTime(instant, timeZone);
    return Date.parse(`${shown.date}T${shown.time}:00Z`);
  };
  const first = wanted - (shownAt(wanted) - wanted);
  // The offset may have changed between the first guess and the moment itself.
  return first - (shownAt(first) - wanted);
}

/** Minutes from one local time to another of the same day, or over midnight where the second is earlier. */
export function minutesBetween(from: string, to: string): number {
  const minutes =
    (Date.parse(`1970-01-01T${to}:00Z`) - Date.parse(`1970-01-01T${from}:00Z`)) / minute;
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}

/** A local day in words: “Monday 15 September 2025”. */
export function dayInWords(date: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatToParts(new Date(`${date}T00:00:00Z`));
  return parts
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join(' ');
}

/** A moment in words, by the clock on the workshop's wall: “Monday 15 September 2025, 18:00”. */
export function momentInWords(instant: number, timeZone: string): string {
  const { date, time } = localTime(instant, timeZone);
  return `${dayInWords(date)}, ${time}`;
}
