/** Where people write freely in what a session did: a message, a finding, an action and who does it, a reason. */
const freeTexts = new Set(['text', 'name', 'statement', 'owner', 'why']);

/** In the middle of a sentence this takes a name's place. */
const nobody = 'somebody';

/** A field that says nothing but who: it becomes empty. */
const whoOnly = 'owner';

/**
 * A value with a person's names taken out of the texts in it: whole words, in any case. A name of a single word
 * counts only as somebody's who does something: in a sentence, “mark” may be a verb, and “Ana” somebody else. Ids and
 * other fields stay. The very same object comes back where there was nothing to take out.
 * @param names as the person wrote them; empty ones are none
 */
export function withoutNames<Value>(value: Value, names: readonly string[]): Value {
  const patterns = names.flatMap((name) => {
    const trimmed = name.trim();
    return trimmed === '' ? [] : [{ isFull: /\s/.test(trimmed), pattern: patternOf(trimmed) }];
  });
  const cleaned = clean(value, null);
  return cleaned as Value;

  function clean(part: unknown, key: string | null): unknown {
    if (typeof part === 'string')
      return key !== null && freeTexts.has(key) ? said(part, key) : part;
    if (Array.isArray(part)) {
      const parts = part.map((each) => clean(each, key));
      return parts.every((each, index) => each === part[index]) ? part : parts;
    }
    if (part === null || typeof part !== 'object') return part;
    const before = Object.entries(part);
    const after = before.map(([name, each]) => [name, clean(each, name)] as const);
    return after.every(([, each], index) => each === before[index]?.[1])
      ? part
      : Object.fromEntries(after);
  }

  function said(text: string, key: string): string {
    const left = patterns
      .filter(({ isFull }) => isFull || key === whoOnly)
      .reduce((rest, { pattern }) => rest.replaceAll(pattern, nobody), text);
    return key === whoOnly && left === nobody ? '' : left;
  }
}

/** The name as whole words, however many blanks stand between them. */
function patternOf(name: string): RegExp {
  const words = name.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
