/** Thrown for a version of a document that cannot be read as it was written. */
export class DamagedVersion extends Error {
  /** @param found what does not fit, in words */
  constructor(id: number, found: string, options?: ErrorOptions) {
    super(`Version ${id} of the document is damaged: ${found}.`, options);
    this.name = 'DamagedVersion';
  }
}
