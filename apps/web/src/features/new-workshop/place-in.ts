/** A year beside a month's name or number: the line that dates the event. */
const dated = /\b(?:19|20)\d\d\b/;
/** “Chicago, IL, USA”: names with a comma between, no figures. */
const place = /^\p{Lu}[\p{L}\p{M}.'’ -]*(?:, ?\p{Lu}[\p{L}\p{M}.'’ -]*){1,3}$/u;

/**
 * Where the event takes place, as its agenda has it beside the date: on the same line behind it, or on the next one.
 * @returns empty where there is nothing of that kind
 */
export function placeIn(agenda: string): string {
  const lines = agenda
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim());
  for (const [index, line] of lines.entries()) {
    const year = dated.exec(line);
    if (year === null || line.length > 120) continue;
    const behind = line.slice(year.index + 4).replace(/^[\s,;|·–—-]+/, '');
    const next = lines.slice(index + 1, index + 3).find((each) => each !== '') ?? '';
    const found = [behind, next].find((each) => each.length <= 80 && place.test(each));
    if (found !== undefined) return found;
  }
  return '';
}
