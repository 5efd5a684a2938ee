/**
 * Ends a switch over a closed union: the build breaks here when a member is added and not handled.
 * @throws always; reaching it means that a value broke its type.
 */
export function unreachable(value: never): never {
  throw new Error(`A value outside its type was met: ${JSON.stringify(value)}`);
}
