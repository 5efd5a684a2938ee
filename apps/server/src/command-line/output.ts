/** A command's result, which other programs may read: to stdout, and nothing else goes there. */
export function result(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Progress and problems, for people: to stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
