/** Ends a switch that handles every case: a case that is added later breaks the build here. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
