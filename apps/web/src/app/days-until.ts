const day = 24 * 60 * 60 * 1000;

/**
 * How many days from now a day begins, roughly: it is for people who look ahead by weeks.
 * @param date `YYYY-MM-DD`
 * @param now milliseconds since 1970
 */
export function daysUntil(date: string, now: number): number {
  return Math.ceil((Date.parse(date) - now) / day);
}
