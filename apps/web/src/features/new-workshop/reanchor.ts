/**
 * Where the lines of a text are after an edit: those before and after what was edited keep their words, and those within
 * are new. What was noted about a line goes with it.
 * @returns the new number of a line of the old text, from 1; null where it was edited
 */
export function movedLines(before: string, after: string): (line: number) => number | null {
  const old = before.split('\n');
  const now = after.split('\n');
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return (line) => {
    if (line <= head) return line;
    return line > old.length - tail ? line + now.length - old.length : null;
  };
}

/** A record by keys that begin with a line's number, after an edit of the text; keys of another kind stay. */
export function reanchored<Value>(
  noted: Readonly<Record<string, Value>>,
  move: (line: number) => number | null,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(noted).flatMap(([key, value]) => {
      const moved = reanchoredKey(key, move);
      return moved === null ? [] : [[moved, value]];
    }),
  );
}

export function reanchoredKey(key: string, move: (line: number) => number | null): string | null {
  const [, line, rest] = /^(\d+)(\+\d+)?$/.exec(key) ?? [];
  if (line === undefined) return key;
  const moved = move(Number(line));
  return moved === null ? null : `${moved}${rest ?? ''}`;
}
