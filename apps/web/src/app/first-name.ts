/** “Mei” for “Mei Tanaka”, where there is little room; a name that begins with an initial or a title stays whole. */
export function firstName(name: string): string {
  const whole = name.trim();
  const [first = ''] = whole.split(/\s+/u);
  return first.endsWith('.') || [...first].length === 1 ? whole : first;
}

/** First names of people who are together; of those who share one, the whole names. */
export function firstNames(names: readonly string[]): readonly string[] {
  const firsts = names.map(firstName);
  return names.map((name, index) => {
    const first = firsts[index] ?? name;
    return firsts.filter((each) => each === first).length > 1 ? name.trim() : first;
  });
}
