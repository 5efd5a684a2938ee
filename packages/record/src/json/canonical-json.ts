/**
 * The one text of a JSON value, by RFC 8785 (JSON Canonicalization Scheme): names sorted by their UTF-16
 * code units, no spaces, numbers and strings as ECMAScript writes them. Names whose value is undefined
 * are left out.
 * @throws for what JSON cannot carry: functions, symbols, numbers that are not finite
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`JSON cannot carry the number ${value}.`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`JSON cannot carry a ${typeof value}.`);
  return text;
}
