/**
 * Which shape group documents have: the roots, the card's fields, and the nodes and marks of a note. It
 * is raised with every change of that shape; a test compares a hash of the shape with the one noted for the version.
 */
export const schemaVersion = 2;

/**
 * Whether a program may write into a document. An editor deletes what its schema does not know, for
 * everyone, so one that is older than the document only reads.
 * @param program the `schemaVersion` of the program that asks
 * @param document the `schemaVersion` under which the document was last written
 */
export function canWrite(program: number, document: number): boolean {
  return program >= document;
}
