/** A document as its reader passes through it, whatever its format. */
export type Passing =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'heading'; readonly level: number; readonly text: string }
  /** A place that links can lead to. */
  | { readonly is: 'place'; readonly name: string }
  | { readonly is: 'link'; readonly to: string };

/** What stands at a place that a link leads to. */
export interface Place {
  readonly name: string;
  /** Letters and digits from there on to the next heading, or those of the heading that stands there. */
  readonly text: string;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Where links from there to the next place or heading lead. */
  readonly links: readonly string[];
}

/** What is left of a text when only its letters and digits count: readers differ in spaces and shapes. */
export function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Links within the document that lead nowhere, and places of which there are several. */
export function broken(document: readonly Passing[]): readonly string[] {
  const names = document.filter((each) => each.is === 'place').map(({ name }) => name);
  const known = new Set(names);
  return [
    ...document.flatMap((each) =>
      each.is === 'link' && !known.has(each.to) ? [`leads nowhere: ${each.to}`] : [],
    ),
    ...names
      .filter((name, position) => names.indexOf(name) !== position)
      .map((name) => `twice: ${name}`),
  ];
}

/** What stands at each place that some link leads to. */
export function placesOf(document: readonly Passing[]): ReadonlyMap<string, Place> {
  const used = new Set(document.flatMap((each) => (each.is === 'link' ? [each.to] : [])));
  const places = new Map<string, Place>();
  const above: { readonly level: number; readonly text: string }[] = [];
  document.forEach((each, position) => {
    if (each.is === 'heading') {
      while ((above.at(-1)?.level ?? 0) >= each.level) above.pop();
      above.push(each);
    }
    if (each.is !== 'place' || !used.has(each.name)) return;
    const rest = document.slice(position + 1);
    const heading = rest.findIndex(({ is }) => is === 'heading');
    const inChapter = heading < 0 ? rest : rest.slice(0, heading);
    const next = inChapter.findIndex((other) => other.is === 'place' && used.has(other.name));
    places.set(each.name, {
      name: each.name,
      text: letters(
        (heading === 0 ? rest.slice(0, 1) : inChapter)
          .map((other) => ('text' in other ? other.text : ''))
          .join(''),
      ),
      headings: above.map(({ text }) => text),
      links: (next < 0 ? inChapter : inChapter.slice(0, next)).flatMap((other) =>
        other.is === 'link' ? [other.to] : [],
      ),
    });
  });
  return places;
}
