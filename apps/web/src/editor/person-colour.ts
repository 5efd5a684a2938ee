/**
 * The colours of people's carets and names, as stock editors take them from presence; the page shows the
 * token of the same place, which suits the theme (`--person-1` to `--person-6`).
 */
export const personColours = [
  '#893311',
  '#2c6e36',
  '#1d4e9d',
  '#93397c',
  '#6a5600',
  '#0b6675',
] as const;

/** Which of the six a colour from presence is, from 1; another program's colour gets one of them too. */
export function personPlace(colour: string): number {
  const known = personColours.findIndex((each) => each === colour.toLowerCase());
  if (known !== -1) return known + 1;
  const number = Number.parseInt(colour.slice(1), 16);
  return (Number.isFinite(number) ? number % personColours.length : 0) + 1;
}

/** A colour that nobody present has, or the one that the fewest do. */
export function freeColour(taken: readonly string[]): string {
  const uses = (colour: string) => taken.filter((each) => each === colour).length;
  return personColours.reduce((best, each) => (uses(each) < uses(best) ? each : best));
}
